// The desk by keyboard, and countdowns that count. Everything works without it.
const typing = (element) => element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
const links = [...document.querySelectorAll(".desk tbody th a")];

// The row that has the focus, be it on its headline or on its box.
const here = () => links.findIndex((link) => link.closest("tr").contains(document.activeElement));

function step(by) {
  const at = here();
  links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const key = event.key.toLowerCase();
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (key === "x" && here() >= 0) links[here()].closest("tr").querySelector(".pick input").click();
  else if (target?.matches("input")) target.focus();
  else if (target) target.click();
  else return;
  event.preventDefault();
});

function words(minutes) {
  if (minutes < 1) return "in under a minute";
  if (minutes < 60) return `in ${minutes} min`;
  if (minutes < 1440) return `in ${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `in ${Math.floor(minutes / 1440)} d ${Math.floor((minutes % 1440) / 60)} h`;
}

// The newsroom's zone is on the page already; this adds one's own where it differs.
for (const time of document.querySelectorAll("[data-until]")) {
  const due = new Date(time.dateTime);
  const own = new Intl.DateTimeFormat("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short" }).format(due);
  time.title = `Your time: ${own}`;
  time.insertAdjacentText("afterend", ` (${own} your time)`);
  const tick = () => { time.textContent = due > Date.now() ? words(Math.floor((due - Date.now()) / 60000)) : "out now"; };
  tick();
  setInterval(tick, 30000);
}
