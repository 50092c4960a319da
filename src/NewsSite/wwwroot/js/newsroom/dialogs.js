// Boxes that ask first, the menu of steps, and keys.
const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

export function open(id) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  document.querySelector("details.menu")?.removeAttribute("open");
  dialog.dispatchEvent(new CustomEvent("opens"));
  dialog.showModal();
}

export function watchDialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) open(opener.dataset.opens);
    event.target.closest("[data-closes], dialog a[href^='#']")?.closest("dialog").close(); // such a link leads to a field of the page
    if (!event.target.closest("details.menu")) document.querySelector("details.menu")?.removeAttribute("open");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.menu[open]");
    menu?.removeAttribute("open");
    if (menu?.contains(document.activeElement)) menu.querySelector("summary").focus();
  });
}

/** @param {{ save: () => void }} actions */
export function watchKeys({ save }) {
  const buttons = { b: "md-bold", i: "md-italic", k: "md-link" };
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && !event.shiftKey && key in buttons && event.target.id === "Body") document.querySelector(buttons[key]).click();
    else if (withControl && !event.shiftKey && key === "s") save();
    else if (withControl && key === "enter") open("publish");
    else if (!withControl && key === "?" && !typing(event.target)) open("keys");
    else return;
    event.preventDefault();
  });
}
