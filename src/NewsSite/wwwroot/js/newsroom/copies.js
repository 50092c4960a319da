// The browser's own copies of texts that the server may not have. One for each article, person and open page;
// nobody is ever shown another person's.
const PREFIX = "newssite";
const OWN = "newssite-page";
const mine = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");

/** A lock tells other pages that this one is open; browsers without locks take every page for closed. */
export function holdLock() {
  navigator.locks?.request(`${PREFIX}-${mine}`, () => new Promise(() => {}));
}

async function openPages() {
  const locks = await navigator.locks?.query();
  return new Set((locks?.held ?? []).map((lock) => lock.name.slice(PREFIX.length + 1)));
}

const keyOf = (person, article, page) => `${PREFIX}:${person}:${article || "new"}:${page}`;

export class Copies {
  constructor(person, article) {
    Object.assign(this, { person, article });
  }

  get #key() {
    return keyOf(this.person, this.article, mine);
  }

  /** @returns {boolean} whether the browser could keep it. */
  keep(copy) {
    try {
      localStorage.setItem(this.#key, JSON.stringify(copy));
      sessionStorage.setItem(OWN, mine);
      return true;
    } catch {
      return false; // full, or switched off
    }
  }

  /** Keeps a copy that this page does not show, for whoever opens the article next. */
  setAside({ fields, base, at }) {
    const key = keyOf(this.person, this.article, `${mine}-aside`);
    localStorage.setItem(key, JSON.stringify({ fields, base, at }));
    return { key, fields, base, at };
  }

  drop() {
    localStorage.removeItem(this.#key);
  }

  /** The article has an id now. */
  moveTo(article) {
    const copy = localStorage.getItem(this.#key);
    this.drop();
    this.article = article;
    if (copy) localStorage.setItem(this.#key, copy);
  }

  /** Copies of this article that closed pages left behind, newest first. */
  async left() {
    const open = await openPages();
    const before = sessionStorage.getItem(OWN); // this page before it was loaded anew: its lock may still be held
    const start = keyOf(this.person, this.article, "");
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start) && key !== this.#key)
      .filter((key) => !open.has(key.slice(start.length)) || key.slice(start.length) === before)
      .map((key) => ({ key, ...parsed(localStorage.getItem(key)) }))
      .filter((copy) => copy.fields)
      .sort((one, other) => other.at - one.at);
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export const forget = (copy) => localStorage.removeItem(copy.key);
