// Lines over the text that say what went wrong and offer what can be done. One of a kind at a time.
import { element } from "./words.js";

const place = document.querySelector("[data-bars]");

/** @param {{ label: string, run?: () => void, href?: string }[]} choices */
export function raise(kind, words, choices = []) {
  lower(kind);
  const controls = choices.map(({ label, run, href }) => {
    if (href) return element("a", { href, target: "_blank", rel: "noopener", textContent: label });
    const button = element("button", { type: "button", textContent: label });
    button.addEventListener("click", run);
    return button;
  });
  const bar = element("div", { className: "bar-note" }, element("p", { textContent: words }), ...controls);
  bar.dataset.kind = kind;
  bar.setAttribute("role", "alert");
  place.append(bar);
}

export const lower = (kind) => place.querySelector(`[data-kind="${kind}"]`)?.remove();
