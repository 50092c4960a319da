// The one place where text becomes HTML. A document read by DOMParser is inert: it runs nothing and fetches nothing.
const policy = window.trustedTypes?.createPolicy("newsroom", { createHTML: (html) => html });

/** @returns {HTMLElement} the body of an inert document. */
export function read(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html").body;
}

/** Puts HTML that the server made into the page. */
export function show(element, html) {
  element.replaceChildren(...[...read(html).childNodes].map((node) => document.adoptNode(node)));
}
