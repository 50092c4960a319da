// Pictures for an article: chosen from the library or brought in, described for this use, and put where they belong.
import { uploadAll, watchDrops } from "./uploads.js";
import { element, insert } from "./words.js";

const box = document.getElementById("pictures");
const part = (name) => box.querySelector(`[data-${name}]`);
const field = (name) => document.getElementById(`pictures-${name}`);
const [choosing, describing, uploads, choices, none] = ["choosing", "describing", "uploads", "choices", "none"].map(part);
const [words, files, alt, decorative, caption, credit, error] = ["words", "files", "alt", "decorative", "caption", "credit", "alt-error"].map(field);
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

// In Markdown, brackets end the words of a picture and quotation marks its title; some signs mean something else in either.
const asWritten = (text) => oneLine(text).replaceAll("\\", "\\\\").replace(/&(?=#?\w+;)/g, "&amp;");
const inBrackets = (text) => asWritten(text).replace(/[[\]<>*_~`^]/g, "\\$&");
const inQuotes = (text) => asWritten(text).replace(/"/g, "\\$&");

function markdownOf(picture) {
  const title = [oneLine(caption.value), oneLine(credit.value)];
  const said = title[1] ? `${title[0]} | ${title[1]}` : title[0].includes("|") ? `${title[0]} |` : title[0];
  return `![${decorative.checked ? "decorative" : inBrackets(alt.value)}](/media/${picture.file}${said ? ` "${inQuotes(said)}"` : ""})`;
}

// A picture stands in a paragraph of its own.
function putIntoText(body, [start, end], picture) {
  const [before, after] = [body.value.slice(0, start), body.value.slice(end)];
  const lead = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const rest = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  body.setSelectionRange(start, end);
  insert(body, lead + markdownOf(picture) + rest);
}

function putOver(form, picture) {
  const fill = (name, value) => {
    const target = form.elements[name];
    if (target.type === "checkbox") target.checked = value;
    else target.value = value;
    target.dispatchEvent(new Event("change", { bubbles: true }));
  };
  fill("Picture", picture.file);
  fill("PictureAlt", decorative.checked ? "" : oneLine(alt.value));
  fill("PictureIsDecorative", decorative.checked);
  fill("PictureCaption", oneLine(caption.value));
  fill("PictureCredit", oneLine(credit.value));
}

/** @param {HTMLFormElement} form of the text @param {string} token against forgery */
export function watchChooser(form, token) {
  const body = form.elements.Body;
  let [picture, isOver, opener, asked, waiting, place] = [null, false, null, 0, [], [0, 0]];

  function step(shown) {
    choosing.hidden = shown !== choosing;
    describing.hidden = shown !== describing;
  }

  function describe(chosen) {
    picture = chosen;
    part("chosen").replaceChildren(element("img", { alt: "", sizes: "20rem", srcset: chosen.sources, src: chosen.picture }));
    part("called").textContent = chosen.title;
    [alt.value, caption.value, credit.value] = ["", chosen.caption ?? "", chosen.credit ?? ""];
    decorative.checked = alt.disabled = false;
    error.hidden = true;
    part("use").textContent = isOver ? "Put it over the article" : "Put it into the text";
    step(describing);
    alt.focus();
  }

  async function list() {
    const mine = ++asked;
    const answer = await fetch(`/admin/pictures?${new URLSearchParams({ handler: "Choose", q: words.value })}`, { headers: { Accept: "application/json" } }).catch(() => null);
    if (mine !== asked || !answer?.ok) return; // a later question is under way
    const found = await answer.json();
    none.hidden = found.length > 0;
    choices.replaceChildren(...found.map((each) => {
      const image = element("img", { alt: "", loading: "lazy", sizes: "10rem", srcset: each.sources, src: each.picture });
      const button = element("button", { type: "button" }, image, element("span", { className: "called", textContent: each.title }));
      button.addEventListener("click", () => describe(each));
      return element("li", {}, button);
    }));
  }

  function open(over) {
    [isOver, opener, waiting] = [over, document.activeElement, []];
    place = [body.selectionStart, body.selectionEnd]; // which a box that closes forgets
    uploads.replaceChildren();
    words.value = "";
    step(choosing);
    if (!box.open) box.showModal();
    words.focus();
    return list();
  }

  async function take(taken) {
    const answers = await uploadAll([...taken], token(), uploads);
    files.value = "";
    waiting = answers.filter((answer) => !answer.reason);
    if (waiting.length) describe(waiting.shift());
    else list();
  }

  function use() {
    if (!decorative.checked && !alt.value.trim()) {
      error.hidden = false;
      return alt.focus();
    }
    const [chosen, next] = [picture, isOver ? undefined : waiting.shift()];
    box.close(); // nothing outside an open box can be written into
    if (isOver) putOver(form, chosen);
    else putIntoText(body, place, chosen);
    place = [body.selectionEnd, body.selectionEnd];
    if (!next) return (isOver ? opener : body)?.focus();
    box.showModal();
    describe(next);
  }

  for (const button of document.querySelectorAll("[data-picks]")) button.addEventListener("click", () => open(button.dataset.picks === "over"));
  words.addEventListener("input", list);
  files.addEventListener("change", () => take(files.files));
  decorative.addEventListener("change", () => { alt.disabled = decorative.checked; error.hidden = true; });
  part("use").addEventListener("click", use);
  part("another").addEventListener("click", () => { step(choosing); list(); words.focus(); });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("#pictures-caption, #pictures-credit")) return;
    event.preventDefault(); // or the key goes on into the text
    use();
  });
  for (const closer of box.querySelectorAll("[data-closes]")) closer.addEventListener("click", () => box.close());
  for (const place of [form, box]) {
    watchDrops(place, async (dropped) => {
      if (!box.open) await open(false);
      take(dropped);
    });
  }
}
