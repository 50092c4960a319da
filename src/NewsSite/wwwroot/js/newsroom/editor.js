// The editor page. Without it, the page is a plain form with a button that saves.
import "../../vendor/markdown-toolbar/markdown-toolbar.js";
import { raise, lower } from "./bars.js";
import { watchChooser } from "./chooser.js";
import { Copies, forget, holdLock } from "./copies.js";
import { open, watchDialogs, watchKeys } from "./dialogs.js";
import { watchPaste } from "./paste.js";
import { watchOthers } from "./presence.js";
import { Preview } from "./preview.js";
import { Saving } from "./saving.js";
import { Sheet, isBlank, same } from "./sheet.js";
import { suggest } from "./suggest.js";
import { attach } from "./summary-panel.js";
import { read } from "./trusted.js";
import { ago } from "./words.js";

const form = document.getElementById("sheet");
const { address, article, person, name, savedBy, canEdit } = form.dataset;
const sheet = new Sheet(form);
const copies = new Copies(person, article);
const state = document.querySelector("[data-state]");
const said = document.querySelector("[data-said]");
let savedAt = 0;

for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;
if (location.search) history.replaceState(history.state, "", address); // after a refused step
holdLock();

// What is seen changes all the time; what is said aloud only when it matters.
function say(what) {
  if (what === "saved") savedAt = Date.now();
  const words = { typing: savedAt || article ? state.textContent : "", saving: "saving…", unsaved: "not saved", ready: "" }[what];
  state.textContent = what === "saved" ? `saved ${ago(1000)}` : words;
  const loud = { saved: "Saved", unsaved: "Not saved" }[what];
  if (loud && said.dataset.last !== loud) said.textContent = said.dataset.last = loud;
}

setInterval(() => { if (savedAt && state.textContent.startsWith("saved")) state.textContent = `saved ${ago(Date.now() - savedAt)}`; }, 5000);

const saving = new Saving(sheet, copies, address, say);
const preview = new Preview(sheet, saving);

function changed(event) {
  if (event.target.closest("dialog")) return;
  if (canEdit === "true") saving.changed();
  preview.changed();
}

form.addEventListener("input", changed);
form.addEventListener("change", changed);
form.addEventListener("refilled", changed);
form.addEventListener("newsroom:changed", changed); // other scripts of the page filled in a hidden field
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.submitter;
  const isSaved = canEdit !== "true" || (await saving.now());
  if (button?.name !== "step" || !isSaved) return button?.closest("dialog")?.close();
  send(button);
});

// The browser's own form, so that the answer is a page; everything typed is on the server by now.
function send(button) {
  const box = button.closest("dialog");
  const held = (field, value) => form.append(Object.assign(document.createElement("input"), { type: "hidden", name: field, value }));
  held("step", button.value);
  held("note", box?.querySelector("[data-note]")?.value ?? "");
  form.action = new URL(button.getAttribute("formaction"), new URL(saving.address, location.href)).href;
  form.submit();
}

// ---- A text that this browser held.
async function bringBack() {
  const server = sheet.read();
  const left = await copies.left();
  const different = left.filter((copy) => !same(server, copy.fields) && !isBlank(copy.fields));
  for (const copy of left) if (!different.includes(copy)) forget(copy);
  const [copy, ...others] = different;
  if (!copy || canEdit !== "true") return;

  putBack(server, copy);
  forget(copy);
  if (others.length) raise("others", `This browser holds ${others.length === 1 ? "another unsaved text" : `${others.length} more unsaved texts`}: ${others.map(titleOf).join(", ")}.`, [{ label: "Open it in a new tab", href: address }]);
}

const titleOf = (copy) => `“${copy.fields.Headline || copy.fields.Body.slice(0, 40) || "untitled"}”`;

function putBack(server, copy) {
  // After somebody else's save, the server must see on which version this text rests, and refuse it.
  const version = savedBy === name ? sheet.version : copy.base;
  const decide = () => {
    form.removeEventListener("input", keep);
    lower("held");
  };
  const keep = () => {
    decide();
    saving.resume(version);
  };
  const useServers = () => {
    decide();
    const aside = copies.setAside(copy);
    sheet.write(server);
    offerBack(server, aside);
  };
  saving.hold();
  sheet.write({ ...server, ...copy.fields });
  copies.keep({ fields: sheet.read(), base: copy.base, at: copy.at });
  raise("held", "This browser held text that had not reached the server. It is back in the page.", [
    { label: "Keep it", run: keep },
    { label: article ? "Use the server’s version instead" : "Start with an empty page instead", run: useServers },
  ]);
  form.addEventListener("input", keep);
}

function offerBack(server, copy) {
  raise("held", `The ${article ? "server’s version" : "empty page"} is shown. Your text ${titleOf(copy)} is still kept in this browser.`, [
    { label: "Put my text back", run: () => { forget(copy); putBack(server, copy); } },
    { label: `Throw ${titleOf(copy)} away`, run: () => { forget(copy); lower("held"); saving.resume(sheet.version); } },
    { label: "Keep it for later", run: () => { lower("held"); saving.resume(sheet.version); } },
  ]);
}

// ---- Somebody else saved first.
addEventListener("newsroom:other", async () => {
  const mine = { fields: sheet.read(), base: sheet.version, at: Date.now() };
  const answer = await fetch(saving.address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const other = new Sheet(read(await answer.text()).querySelector("#sheet"));
  const theirs = other.read();
  sheet.write(theirs);
  saving.hold();
  lower("refused");
  raise("held", `The saved version is shown. Yours is kept in this browser.`, [
    { label: "Put mine back, and save it", run: () => { sheet.write(mine.fields); lower("held"); saving.resume(other.version); } },
    { label: "Go on with the saved version", run: () => { lower("held"); saving.saved = theirs; saving.resume(other.version); } },
  ]);
});

addEventListener("newsroom:merge", async () => {
  const answer = await fetch(`${saving.address}?handler=Merge`, { method: "POST", body: sheet.toBody() }).catch(() => null);
  if (!answer?.ok) return raise("refused", "The server could not show both texts. Yours is still here.", [{ label: "Try again", run: () => dispatchEvent(new CustomEvent("newsroom:merge")) }]);
  saving.saved = sheet.read(); // as a version of its own: this browser need not keep it
  copies.drop();
  location.assign(answer.url);
});

// ---- Times, in words.
async function explain(line) {
  const { value } = document.getElementById(line.dataset.when);
  if (!value) return void (line.textContent = "");
  try {
    const answer = await fetch(`${saving.address}?${new URLSearchParams({ handler: "When", local: value })}`, { headers: { Accept: "application/json" } });
    if (answer.ok) line.textContent = (await answer.json()).words ?? "";
  } catch {
    line.textContent = "";
  }
}

for (const line of document.querySelectorAll("[data-when]")) {
  document.getElementById(line.dataset.when).addEventListener("change", () => explain(line));
  explain(line);
}

// ---- The box that publishes: its time is the one among the details.
const box = document.getElementById("publish");
const due = form.elements.PublishAt;
const at = document.getElementById("when-at");
if (at) {
  const confirm = box.querySelector("[name=step]");
  const choose = () => {
    const isLater = document.getElementById("when-later").checked;
    at.disabled = !isLater;
    confirm.textContent = isLater ? "Schedule" : "Publish now";
    const value = isLater ? at.value : "";
    if (due.value === value) return;
    due.value = value;
    due.dispatchEvent(new Event("change", { bubbles: true }));
  };
  box.addEventListener("opens", () => {
    at.value = due.value;
    document.getElementById(due.value ? "when-later" : "when-now").checked = true;
    at.dispatchEvent(new Event("change"));
    choose();
  });
  box.addEventListener("change", choose);
}

watchDialogs();
watchOthers(saving, sheet);
watchKeys({ save: () => { if (canEdit === "true") saving.now(); } });
watchPaste(form.elements.Body);
if (canEdit === "true") watchChooser(form, () => sheet.token);
attach(document.getElementById("Summary"), form.elements.namedItem("Summary"));
for (const input of document.querySelectorAll("[data-suggest]")) suggest(input);
if (canEdit !== "true") for (const field of form.elements) if (field.name && field !== due) field.readOnly = true;
await bringBack();
await preview.now();
document.querySelector("main").dataset.ready = "";
