import { read as parse, show } from "./trusted.js";

// The summary panel: turns what is done in it into the JSON of the form's field. The server draws the panel anew
// from that field; what was open, half typed or focused is found again by data-key and data-open.

/**
 * @param {HTMLElement} panel drawn anew with each preview
 * @param {HTMLInputElement} field the hidden field "Summary" of the form
 */
export function attach(panel, field) {
  const live = document.createElement("p");
  live.className = "sr";
  live.setAttribute("role", "status");
  panel.after(live);

  const typed = new Map(); // words half typed, by data-key and sentence
  const open = new Set();
  let wanted = null; // data-keys to focus after the next drawing, the best first
  let held = null; // data-key of what has the focus now
  let said = null;
  let drawn = null; // HTML of the panel as it stands
  let isAhead = false; // a change has been made that the next answer may not know of

  const root = () => panel.querySelector(".summary-panel");
  const sentenceOf = (control) => control.closest("[data-sentence]")?.dataset.sentence ?? "";
  const nameOf = (control) => `${control.dataset.key ?? control.dataset.open} ${sentenceOf(control)}`;
  const byKey = (key) => panel.querySelector(`[data-key="${CSS.escape(key)}"]`);

  function read() {
    try {
      const choice = JSON.parse(field.value);
      if (Array.isArray(choice.sentences)) return choice;
    } catch {
      // empty, or nothing that the server would read either: begin with what it has drawn
    }
    return JSON.parse(root().dataset.choice);
  }

  function write(choice) {
    isAhead = true;
    field.value = choice ? JSON.stringify(choice) : "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function change(sentences, words, ...focus) {
    const { checked, made } = read();
    write({ sentences, made: checked ?? made ?? root().dataset.hash });
    finish(words, focus);
  }

  // New words are held against the text as it stands; moved ones are as old as they were.
  function reword(sentences, words, ...focus) {
    write({ sentences, made: root().dataset.hash });
    finish(words, focus);
  }

  function finish(words, focus) {
    said = words;
    live.textContent = words;
    wanted = focus;
    held = null;
    typed.clear();
    open.clear();
  }

  // The panel may not have been drawn again since the last click, so a sentence is found by its words, not by its number.
  function placeOf(control, sentences) {
    const text = sentenceOf(control);
    const number = [...panel.querySelectorAll("[data-sentence]")].indexOf(control.closest("[data-sentence]"));
    return sentences[number]?.text === text ? number : sentences.findIndex((sentence) => sentence.text === text);
  }

  const actions = {
    remove(sentences, at) {
      sentences.splice(at, 1);
      const next = Math.min(at + 1, sentences.length);
      change(sentences, `Sentence ${at + 1} removed.`, `remove-${next}`, "add");
    },
    up(sentences, at) {
      if (at === 0) return;
      sentences.splice(at - 1, 0, sentences.splice(at, 1)[0]);
      change(sentences, `Sentence ${at + 1} is now sentence ${at}.`, `up-${at}`, `down-${at}`);
    },
    down(sentences, at) {
      if (at === sentences.length - 1) return;
      sentences.splice(at + 1, 0, sentences.splice(at, 1)[0]);
      change(sentences, `Sentence ${at + 1} is now sentence ${at + 2}.`, `down-${at + 2}`, `up-${at + 2}`);
    },
    swap(sentences, at, control) {
      sentences[at] = { text: control.dataset.with, source: control.dataset.with };
      change(sentences, `Sentence ${at + 1} swapped.`, `swap-${at + 1}`);
    },
    rewrite(sentences, at, control) {
      const text = control.closest("details").querySelector("textarea").value.trim();
      if (!text || text === sentences[at].text) return;
      sentences[at] = { text, source: sentences[at].source };
      reword(sentences, `Sentence ${at + 1} rewritten.`, `edit-${at + 1}`);
    },
    add(sentences, _, control) {
      sentences.push({ text: control.dataset.with, source: control.dataset.with });
      change(sentences, `Sentence ${sentences.length} added.`, "add", `edit-${sentences.length}`);
    },
    write(sentences, _, control) {
      const text = control.closest("details").querySelector("textarea").value.trim();
      if (!text) return;
      sentences.push({ text, source: null });
      reword(sentences, `Sentence ${sentences.length} added.`, "add", `edit-${sentences.length}`);
    },
    automatic() {
      write(null);
      finish("Back to automatic.", ["add"]);
    },
    check(_sentences, _at, control) {
      const choice = read();
      delete choice.checked;
      if (control.checked) choice.checked = root().dataset.hash;
      write(choice);
      finish(control.checked ? "Marked as read against the text." : "No longer marked as read against the text.", ["check"]);
    },
  };

  panel.addEventListener("click", (event) => {
    const control = event.target.closest("[data-do]");
    if (!control) return;
    if (field.readOnly) {
      live.textContent = "You may read this article, but not change it.";
      return;
    }
    const sentences = read().sentences;
    const at = placeOf(control, sentences);
    if (at < 0 && control.closest("[data-sentence]")) return; // gone already
    actions[control.dataset.do](sentences, at, control);
  });

  // What is typed here is no change of the form until its button is pressed.
  panel.addEventListener("input", (event) => {
    event.stopPropagation();
    if (event.target.matches("textarea")) typed.set(nameOf(event.target), event.target.value);
  });
  panel.addEventListener("change", (event) => event.stopPropagation());

  panel.addEventListener("toggle", (event) => {
    if (!event.target.isConnected || !event.target.dataset.open) return;
    if (event.target.open) open.add(nameOf(event.target));
    else open.delete(nameOf(event.target));
  }, true);

  document.addEventListener("focusin", (event) => {
    const control = panel.contains(event.target) ? event.target : null;
    held = control?.dataset.key ?? null;
    if (!control) wanted = null;
  });
  document.addEventListener("pointerdown", (event) => {
    if (!panel.contains(event.target)) held = wanted = null;
  });

  document.addEventListener("newsroom:preview", ({ detail }) => {
    if (!detail.panel || detail.panel === drawn) return;
    const isOld = isAhead && !isOfField(detail.panel);
    isAhead = false;
    if (isOld) return; // asked for before the last change; the right one is on its way
    drawn = detail.panel;
    show(panel, drawn);
    restore();
  });

  // Whether the server drew the sentences that the field holds.
  function isOfField(html) {
    const texts = (choice) => JSON.stringify(choice.sentences.map((sentence) => sentence.text.replace(/\s+/g, " ")));
    const root = parse(html).querySelector(".summary-panel");
    return !field.value || texts(JSON.parse(root.dataset.choice)) === texts(read());
  }

  function restore() {
    for (const details of panel.querySelectorAll("[data-open]")) details.open = open.has(nameOf(details));
    for (const area of panel.querySelectorAll("textarea")) area.value = typed.get(nameOf(area)) ?? area.value;

    const isLost = document.activeElement === document.body || document.activeElement === null;
    const target = (wanted ?? []).map(byKey).find((control) => control) ?? (isLost && held ? byKey(held) : null);
    if (target && (wanted || isLost)) target.focus({ preventScroll: !wanted });
    wanted = null;
    tellFindings();
  }

  function tellFindings() {
    if (!said) return;
    const findings = [...panel.querySelectorAll(".findings li, .stale, .error")].map((found) => found.textContent.trim());
    if (findings.length) live.textContent = `${said} ${findings.join(" ")}`;
    said = null;
  }
}
