// Saves on the server a moment after the last key, and every few seconds while somebody types; keeps a copy in the browser until then.
import { raise, lower } from "./bars.js";
import { pauseAskedBy } from "./pauses.js";
import { same, isBlank } from "./sheet.js";

const PAUSE = 2000;
const LONGEST = 8000;
const COPY_PAUSE = 200;
const LONGEST_WAIT = 30000;
const SIGN_IN_WAIT = 5000;
const KEEPALIVE_LIMIT = 60000; // browsers allow 64 KB for what outlives its page

export class Saving {
  #copyTimer;
  #saveTimer;
  #since = 0;
  #wait = 0;
  #running = null;
  #stopped = false;
  #stale = false;

  constructor(sheet, copies, address, say) {
    Object.assign(this, { sheet, copies, address, say });
    this.saved = sheet.read();
    addEventListener("online", () => this.now());
    addEventListener("focus", () => { if (this.#wait) this.now(); });
    addEventListener("pagehide", () => this.#leave());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.#leave(); });
  }

  get isDirty() {
    return !same(this.sheet.read(), this.saved);
  }

  /** Something was typed. */
  changed() {
    clearTimeout(this.#copyTimer);
    this.#copyTimer = setTimeout(() => this.#keep(), COPY_PAUSE);
    this.say("typing");
    if (this.#stopped || this.#wait) return;
    this.#since ||= Date.now();
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.now(), Math.max(0, Math.min(PAUSE, this.#since + LONGEST - Date.now())));
  }

  /** @returns {Promise<boolean>} whether the server has all that stands on the page. */
  async now() {
    clearTimeout(this.#saveTimer);
    if (this.#running) await this.#running;
    if (this.#running) return this.#running;
    this.#running = this.#push().finally(() => { this.#running = null; });
    return this.#running;
  }

  /** The person has decided which version counts. */
  resume(version) {
    this.sheet.version = version;
    this.#stopped = false;
    return this.now();
  }

  hold() {
    this.#stopped = true;
  }

  #keep() {
    if (!this.isDirty) return this.copies.drop();
    const kept = this.copies.keep({ fields: this.sheet.read(), base: this.sheet.version, at: Date.now() });
    if (!kept) raise("full", "This browser cannot keep a copy of your text. Do not close the page before it says “saved”.");
    return kept;
  }

  // Keeps the text here, and says so only when it could be kept.
  #safely(words) {
    return this.#keep() ? `${words} Your text is safe in this browser.` : words;
  }

  #leave() {
    this.#keep();
    if (!this.isDirty || this.#stopped || this.#running || !this.copies.article) return; // a new article would be begun twice
    const body = this.sheet.toBody();
    if (new Blob([...body.values()]).size < KEEPALIVE_LIMIT) this.#running = this.#push({ keepalive: true }).finally(() => { this.#running = null; });
  }

  async #push(options = {}) {
    const fields = this.sheet.read();
    this.#since = 0;
    if (this.#stopped) return false;
    if (same(fields, this.saved) || (!this.copies.article && isBlank(fields))) return this.#settle(fields);
    this.say("saving");
    let answer;
    try {
      if (this.#stale && !(await this.#renew())) return false;
      answer = await fetch(`${this.address}?handler=Save`, { method: "POST", body: this.sheet.toBody(), headers: { Accept: "application/json" }, ...options });
    } catch {
      return this.#later("offline", "Not saved: no connection.");
    }
    if (answer.ok) return this.#saved(fields, await answer.json());
    if (answer.status === 401 || answer.status === 400) return this.#signedOut(answer.status);
    if (answer.status === 429) return this.#later("offline", "Not saved yet: the server asks for a pause.", pauseAskedBy(answer));
    if (answer.status >= 500) return this.#later("offline", "Not saved: the server has a problem.");
    return this.#refused(answer.status, await answer.json().catch(() => ({})));
  }

  #saved(fields, { id, url, version }) {
    this.saved = fields;
    this.sheet.version = version;
    if (!this.copies.article) this.#begun(id, url);
    document.querySelector("[data-pending]")?.removeAttribute("hidden"); // saved is not live
    this.#wait = 0;
    this.#stale = false;
    for (const kind of ["offline", "signed-out", "refused", "held", "full"]) lower(kind);
    return this.#settle(fields);
  }

  #begun(id, url) {
    this.copies.moveTo(id);
    this.address = url;
    history.replaceState(history.state, "", url);
    this.sheet.form.action = url;
    document.querySelector(".status .state").textContent = "Draft";
    dispatchEvent(new CustomEvent("newsroom:begun"));
  }

  #settle(fields) {
    const isAll = same(this.sheet.read(), fields);
    if (isAll) this.copies.drop();
    else this.changed();
    this.say(same(this.saved, fields) && this.copies.article ? "saved" : "ready");
    return isAll;
  }

  #later(kind, words, leastWait = 0) {
    raise(kind, this.#safely(words));
    this.say("unsaved");
    this.#wait = Math.max(leastWait, Math.min(this.#wait * 2 || PAUSE, LONGEST_WAIT));
    this.#saveTimer = setTimeout(() => this.now(), this.#wait);
    return false;
  }

  // A form's token belongs to who was signed in when it was made: 400 may only mean that it is old.
  #signedOut(status) {
    const wasStale = this.#stale;
    this.#stale = true;
    if (status === 400 && !wasStale) return this.#push();
    if (status === 400) return this.#refused(status, { message: this.#safely("The server did not take the text.") });
    lower("offline");
    raise("signed-out", this.#safely("You have been signed out."), [{ label: "Sign in, in a new tab", href: "/account/sign-in" }]);
    this.say("unsaved");
    this.#wait = SIGN_IN_WAIT;
    this.#saveTimer = setTimeout(() => this.now(), SIGN_IN_WAIT);
    return false;
  }

  async #renew() {
    const answer = await fetch(`${this.address}?handler=Ticket`, { headers: { Accept: "application/json" } });
    if (answer.status === 401) return this.#signedOut(401);
    if (!answer.ok) return this.#refused(answer.status, {});
    const { token, person } = await answer.json();
    if (String(person) !== String(this.copies.person))
      return this.#refused(403, { message: "Somebody else is signed in here now. Your text is safe in this browser and will be there when you sign in." });
    this.sheet.token = token;
    this.#stale = false;
    return true;
  }

  #refused(status, { message, version }) {
    const safely = this.#safely(message ?? "Not saved.");
    this.#wait = 0;
    this.#stopped = status === 409;
    const words = !message || status === 413 ? safely : message;
    raise("refused", words, status === 409 ? [
      { label: "Show both texts and merge them", run: () => dispatchEvent(new CustomEvent("newsroom:merge")) },
      { label: "Show the saved version", run: () => dispatchEvent(new CustomEvent("newsroom:other")) },
      { label: "Save mine over it", run: () => { lower("refused"); this.resume(version); } },
    ] : []);
    this.say("unsaved");
    return false;
  }
}
