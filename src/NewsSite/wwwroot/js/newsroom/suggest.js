// Offers known names for the one that is being typed in a list with commas.
import { element } from "./words.js";

const MOST = 8;

export function suggest(input) {
  const source = document.getElementById(input.dataset.suggest);
  const names = [...source.options].map((option) => option.value);
  const list = element("ul", { id: `${input.id}-names`, className: "names", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
  let at = -1;

  const part = () => input.value.slice(0, input.selectionStart).split(",").at(-1).trim().toLowerCase();
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (name) => {
    const cursor = input.selectionStart;
    const before = input.value.slice(0, cursor).replace(/[^,]*$/, "").replace(/,$/, ", ");
    const after = input.value.slice(cursor).replace(/^[^,]*,?\s*/, "");
    input.value = `${before}${name}, ${after}`;
    input.setSelectionRange(before.length + name.length + 2, before.length + name.length + 2);
    close();
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const move = (by) => {
    const options = [...list.children];
    at = (at + by + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    const typed = part();
    const taken = new Set(input.value.toLowerCase().split(",").map((name) => name.trim()));
    const found = typed ? names.filter((name) => name.toLowerCase().includes(typed) && (!taken.has(name.toLowerCase()))).slice(0, MOST) : [];
    if (!found.length) return close();
    list.replaceChildren(...found.map((name, index) => {
      const option = element("li", { id: `${list.id}-${index}`, textContent: name });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => choose(name));
      return option;
    }));
    at = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };

  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(at < 0 ? 0 : -1);
    else if (event.key === "Enter" && at >= 0) choose(list.children[at].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
