// The page as readers would see it, beside the text.
import { pauseAskedBy } from "./pauses.js";
import { read, show } from "./trusted.js";

const PAUSE = 400;
const place = document.querySelector("[data-preview]");
const refusal = document.querySelector("[data-refusal]");
const count = document.querySelector("[data-count]");

export class Preview {
  #timer;
  #asked;

  constructor(sheet, saving) {
    Object.assign(this, { sheet, saving });
    place.addEventListener("click", leadElsewhere);
  }

  changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), PAUSE);
  }

  async now() {
    this.#asked?.abort();
    const asked = this.#asked = new AbortController();
    try {
      const answer = await fetch(`${this.saving.address}?handler=Preview`, {
        method: "POST", body: this.sheet.toBody(), headers: { Accept: "application/json" }, signal: asked.signal,
      });
      if (answer.ok) this.#show(await answer.json());
      else if (answer.status === 429) this.#timer = setTimeout(() => this.now(), pauseAskedBy(answer));
      else if (answer.status === 413) refuse({ reason: (await answer.json()).message });
    } catch {
      // Typed on, or no connection: the saving says so.
    }
  }

  #show(made) {
    if (made.preview) showPreview(made.preview);
    refuse(made.refusal);
    if (made.checks) showPart("checks", made.checks); // the summary's panel draws itself
    const words = new Intl.NumberFormat("en-GB").format(made.words);
    count.textContent = `${words} ${made.words === 1 ? "word" : "words"}, ${made.minutes} ${made.minutes === 1 ? "minute" : "minutes"} to read. Headline ${made.headlineLength} characters.`;
    document.dispatchEvent(new CustomEvent("newsroom:preview", { detail: made }));
  }
}

function refuse(why) {
  refusal.hidden = !why;
  refusal.textContent = why ? `${why.line ? `Line ${why.line}: ` : ""}${why.reason}` : "";
}

function showPreview(html) {
  const column = place.closest(".preview");
  const [top, open] = [column.scrollTop, [...place.querySelectorAll("details[open]")].map((box) => box.id)];
  show(place, html);
  for (const id of open) place.querySelector(`#${id}`)?.setAttribute("open", "");
  column.scrollTop = top;
}

// Never under somebody's hands.
function showPart(name, html) {
  for (const part of document.querySelectorAll(`[data-part="${name}"]`)) {
    if (part.contains(document.activeElement) || part.innerHTML === read(html).innerHTML) continue;
    show(part, html);
  }
}

// Links of the preview lead into the preview, or into a new tab; never away from the text.
function leadElsewhere(event) {
  const link = event.target.closest("a[href]");
  if (!link) return;
  event.preventDefault();
  const href = link.getAttribute("href");
  if (href.startsWith("#")) place.querySelector(`#${CSS.escape(decodeURIComponent(href.slice(1)))}`)?.scrollIntoView({ block: "center" });
  else window.open(link.href, "_blank", "noopener");
}
