// What is pasted from Word or a web page becomes clean Markdown.
import TurndownService from "../../vendor/turndown/turndown.js";
import { read } from "./trusted.js";
import { insert } from "./words.js";

const DROPPED = "script, style, meta, link, title, base, xml, template, iframe, object, embed, svg, math, canvas, video, audio, input, button, select, textarea, noscript, o\\:p:empty";
const FORMED = "a, b, strong, em, i, del, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, img, pre, code";
const TRACKING = /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|ref_src)$/i;
const SPACES = /[\s\u00a0]+/g;

const words = (node) => node.textContent.replace(SPACES, " ").trim();
const unwrap = (node) => node.replaceWith(...node.childNodes);
const styleOf = (node) => (node.getAttribute("data-style") ?? "").toLowerCase().replace(/\s*([:;])\s*/g, "$1");

function rename(node, name) {
  const renamed = node.ownerDocument.createElement(name);
  renamed.append(...node.childNodes);
  node.replaceWith(renamed);
  return renamed;
}

function dropComments(body) {
  const comments = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) comment.remove();
}

// Word has no lists: its points are paragraphs with a level, and the point or number as text in front.
function listWordParagraphs(body) {
  let levels = [];
  for (const item of body.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6")) {
    const level = /mso-list:[^;]*?level(\d)/.exec(styleOf(item))?.[1];
    if (!level) continue;
    const mark = [...item.querySelectorAll("span")].find((span) => /mso-list:ignore/.test(styleOf(span)));
    const kind = /^\(?(\d+|[a-z]{1,4})[.)]/i.test(words(mark ?? item)) ? "ol" : "ul";
    mark?.remove();
    if (item.previousElementSibling !== levels[0]?.list) levels = [];
    while (levels.length && levels.at(-1).level > Number(level)) levels.pop();
    const point = rename(item, "li");
    if (levels.at(-1)?.level === Number(level)) {
      levels.at(-1).list.append(point);
    } else {
      const list = point.ownerDocument.createElement(kind);
      if (levels.length) levels.at(-1).list.lastElementChild.append(list);
      else point.before(list);
      list.append(point);
      levels.push({ level: Number(level), list });
    }
  }
}

// Bold and italic are words of the text; every other look is left behind.
function keepEmphasis(body) {
  for (const node of body.querySelectorAll("b, strong")) if (/(^|;)font-weight:(normal|[1-4]00)/.test(styleOf(node))) unwrap(node);
  for (const span of body.querySelectorAll("span, font")) {
    const style = styleOf(span);
    if (!words(span)) continue;
    if (/(^|;)font-weight:(bold|[6-9]00)/.test(style) && !span.closest("h1, h2, h3, h4, h5, h6, b, strong")) span.replaceChildren(wrapped(span, "strong"));
    if (/(^|;)font-style:italic/.test(style) && !span.closest("em, i")) span.replaceChildren(wrapped(span, "em"));
  }
}

function wrapped(node, name) {
  const made = node.ownerDocument.createElement(name);
  made.append(...node.childNodes);
  return made;
}

function cleanLink(link) {
  let address;
  try {
    address = new URL(link.getAttribute("href") ?? "");
  } catch {
    address = null; // without its page, a relative address leads nowhere
  }
  if (!address || !["http:", "https:", "mailto:", "tel:"].includes(address.protocol) || !words(link)) return unwrap(link);
  for (const key of [...address.searchParams.keys()]) if (TRACKING.test(key)) address.searchParams.delete(key);
  link.setAttribute("href", address.href);
}

function cleanPicture(picture) {
  const source = picture.getAttribute("src") ?? "";
  if (/^https?:/i.test(source) && picture.getAttribute("alt")) return;
  picture.remove();
}

function shiftHeadings(body) {
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h1");
  if (!body.querySelector("h1")) return;
  for (const level of [4, 3, 2, 1]) for (const heading of body.querySelectorAll(`h${level}`)) rename(heading, `h${level + 1}`);
}

function dropEmpty(body) {
  for (const node of [...body.querySelectorAll("p, li, ul, ol, h1, h2, h3, h4, h5, h6, b, strong, i, em, del, blockquote, div, section, a")].reverse()) {
    if (words(node) || node.querySelector("img, hr, table, br")) continue;
    if (/\s/.test(node.textContent)) node.replaceWith(" ");
    else node.remove();
  }
}

// A table with one column, or with other tables in it, only places things.
function flattenTables(body) {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    if (!table.querySelector("table") && [...table.rows].some((row) => row.cells.length > 1)) continue;
    table.replaceWith(...[...table.rows].flatMap((row) => [...row.cells]).map((cell) => wrapped(cell, "div")));
  }
}

function plainSpaces(body) {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/[\u00a0\u202f]/g, " ").replace(/[\u00ad\u200b\ufeff]/g, "");
}

/** @param {HTMLElement} body of an inert document; it is changed. */
export function clean(body) {
  dropComments(body);
  for (const node of body.querySelectorAll(DROPPED)) node.remove();
  for (const node of [...body.querySelectorAll("*")]) {
    if (/display:none|mso-hide:all/.test(styleOf(node))) node.remove();
    else if (node.localName.includes(":")) unwrap(node);
  }
  listWordParagraphs(body);
  shiftHeadings(body);
  keepEmphasis(body);
  body.querySelectorAll("a").forEach(cleanLink);
  body.querySelectorAll("img").forEach(cleanPicture);
  for (const node of [...body.querySelectorAll("span, font, u, ins, mark, small, big, center")]) unwrap(node);
  for (const node of body.querySelectorAll("*"))
    for (const { name } of [...node.attributes]) if (!["href", "src", "alt", "start"].includes(name)) node.removeAttribute(name);
  flattenTables(body);
  plainSpaces(body);
  body.normalize();
  dropEmpty(body);
  return body;
}

const markdown = new TurndownService({ headingStyle: "atx", hr: "---", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "_" });
markdown.addRule("struck", { filter: ["del", "s", "strike"], replacement: (text) => `~~${text}~~` });
markdown.addRule("point", {
  filter: "li",
  replacement: (text, node) => {
    const list = node.parentNode;
    const mark = list.nodeName === "OL" ? `${Number(list.getAttribute("start") ?? 1) + [...list.children].indexOf(node)}. ` : "- ";
    const lines = text.replace(/^\n+|\n+$/g, "").replace(/\n{2,}/g, "\n").replaceAll("\n", `\n${" ".repeat(mark.length)}`);
    return mark + lines + (node.nextSibling ? "\n" : "");
  },
});
markdown.addRule("cell", { filter: ["th", "td"], replacement: (text) => `${text.trim().replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|")} | ` });
markdown.addRule("row", {
  filter: "tr",
  replacement: (text, node) => {
    const line = `| ${text.trim()}\n`;
    return node === node.closest("table").querySelector("tr") ? `${line}|${" --- |".repeat(node.cells.length)}\n` : line;
  },
});
markdown.addRule("rows", { filter: ["thead", "tbody", "tfoot"], replacement: (text) => text });
markdown.addRule("table", { filter: "table", replacement: (text) => `\n\n${text.trim()}\n\n` });
markdown.addRule("caption", { filter: "caption", replacement: (text) => `${text.trim()}\n\n` });

// The content policy would stop styles and handlers even here, and complain of each; so they never get that far.
const quiet = (html) => html
  .replace(/<style[\s\S]*?<\/style>/gi, "")
  .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s/"'])(style|on[a-z]+)(?=\s*=)/gi, "$1 data-$2"));

/** @returns {string|null} null when the HTML says no more than the plain text beside it. */
export function toMarkdown(html) {
  const body = clean(read(quiet(html)));
  if (!body.querySelector(FORMED)) return null;
  return markdown.turndown(body).replace(/[ \t]+$/gm, (end) => (end === "  " ? end : "")).replace(/\n{3,}/g, "\n\n").trim();
}

export function watchPaste(field) {
  let isPlain = false;
  field.addEventListener("keydown", (event) => { isPlain = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "v"; });
  field.addEventListener("paste", (event) => {
    const html = isPlain ? "" : event.clipboardData.getData("text/html");
    isPlain = false;
    const text = html && toMarkdown(html);
    if (!text) return;
    event.preventDefault();
    const before = field.value.slice(0, field.selectionStart);
    const isBlock = /\n|^(#|- |> |\d+\. |\|)/.test(text);
    insert(field, isBlock && before && !before.endsWith("\n\n") ? (before.endsWith("\n") ? "\n" : "\n\n") + text : text);
  });
}
