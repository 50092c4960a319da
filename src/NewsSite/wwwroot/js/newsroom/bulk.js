// Many articles at once: fields that an action does not need are hidden, and the bar says how many are chosen. Everything works without it.
const form = document.querySelector("form.bulk");
const picks = form ? [...form.querySelectorAll("input[name=Ids]")] : [];

if (form) {
  const all = form.querySelector("[data-all]");
  const chosen = form.querySelector("[data-chosen]");
  const what = form.querySelector("#What");

  const count = () => {
    const number = picks.filter((pick) => pick.checked).length;
    chosen.textContent = number === 0 ? "None chosen" : `${number} chosen`;
    form.classList.toggle("has-chosen", number > 0);
    if (!all) return;
    all.checked = number > 0 && number === picks.length;
    all.indeterminate = number > 0 && number < picks.length;
  };

  const show = () => {
    for (const field of form.querySelectorAll("[data-for]")) field.hidden = !field.dataset.for.split(" ").includes(what.value);
  };

  for (const element of form.querySelectorAll("[data-script]")) element.hidden = false;
  all?.addEventListener("change", () => {
    for (const pick of picks) pick.checked = all.checked;
    count();
  });
  form.addEventListener("change", () => { count(); show(); });
  // A browser that comes back to a page may fill in again what was chosen on it.
  addEventListener("pageshow", () => { count(); show(); });
  count();
  show();
}
