// Runs in every page before anything else. It tells what happens (window.__tell) and what is there (window.judge).
(() => {
  if ("judge" in window && Object.getOwnPropertyDescriptor(window, "judge")) return;

  // The page under judgement may put its own things over these names.
  const { setTimeout, requestAnimationFrame, DOMParser, URL, URLSearchParams, Event, Promise, fetch } = window;
  const parse = DOMParser.prototype.parseFromString;
  const all = (node, selector) => (node.nodeType === 9 ? Document : node.nodeType === 11 ? DocumentFragment : Element).prototype.querySelectorAll.call(node, selector);
  const is = (element, selector) => Element.prototype.matches.call(element, selector);
  const getter = (type, name) => { const { get } = Object.getOwnPropertyDescriptor(type.prototype, name); return (node) => get.call(node); };
  const [kids, attributes, localName, textOf] = [getter(Node, "childNodes"), getter(Element, "attributes"), getter(Element, "localName"), getter(Node, "textContent")];

  // ---- What happens.
  const tell = (what, detail) => window.__tell?.(`${what} ${String(detail ?? "").slice(0, 160)}`);
  for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"])
    Object.defineProperty(window, name, { value: (text) => (tell(name, text), null), writable: false });
  addEventListener("securitypolicyviolation", (event) => tell("csp", `${event.violatedDirective} ${event.blockedURI} ${event.sample}`), true);

  // ---- What is there.
  const BODY = "a b i u s p br hr h2 h3 h4 h5 h6 ul ol li em strong del code pre blockquote table thead tbody tr th td div section figure figcaption picture source img span sup".split(" ");
  const PANEL = [...BODY, ..."details summary button textarea label input q time h1 dl dt dd".split(" ")];
  // Parts whose elements depend on the text itself: held against a list of what is allowed, not against a twin.
  const TEXT = new Set(BODY);
  const ELASTIC = [[".body:not(.retracted .body)", TEXT], [".summary ol, .summary-panel, .checks-list, .findings, .error, .bad[role=alert], .taken", new Set(PANEL)],
    // What else there is, other rows decide: the articles that share a tag, the words that were found, the letters that names begin with.
    ["section[aria-labelledby=related], mark, .letters, .names ~ .pager, section[aria-label] ~ .pager, p:has(> a.button[href^='/admin?pile='])", new Set(["h2", "span", "ul", "li", "a"])], ["head meta[property='article:author'], head meta[property='article:tag']", new Set()]];
  // Their children come in any number and order, as the bands of the front page do; each has to be like one that is known.
  const LISTS = new Set(["ul", "ol", "tbody", "select", "datalist", "dl"]);
  const STATE = new Set(["aria-invalid", "aria-describedby", "aria-current", "data-last", "autofocus", "open", "checked", "selected", "value", "class"]);
  // Where the page's own script puts what somebody points at.
  const PLACED = "[data-aim] > .mark, [data-crop] > .crop";
  const URLS = new Set(["href", "xlink:href", "src", "action", "formaction", "poster", "data", "background", "cite", "longdesc", "ping", "manifest", "usemap", "from", "to", "by", "values"]);
  const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
  const SIZE = /^(\/preview\/[\w-]+)?\/media\/[0-9a-f]{32}\.\w{3,4}\/[\w-]+\.(webp|jpg|png) \d+w$/;
  const MARK = /zq[a-zA-Z]+qz/;

  function scheme(value, base) {
    try { return new URL(value, base).protocol; } catch { return "none:"; }
  }

  function look(root, base, wanted) {
    const findings = new Set();
    const strings = new Map();
    const items = new Map();
    const keep = (key, text) => {
      if (wanted ? !wanted.has(key) : !MARK.test(text)) return;
      if (!strings.has(key)) strings.set(key, new Set());
      strings.get(key).add(text);
    };

    function attribute(name, key, value, path, allowed) {
      if (key.startsWith("on")) findings.add(`handler ${name}[${key}]`);
      if (key === "style" || key === "srcdoc" || key === "is") findings.add(`attribute ${name}[${key}]`);
      if (key === "srcset" && value.split(", ").some((each) => !SIZE.test(each))) findings.add(`addresses ${name}[${key}]=${value.slice(0, 60)}`);
      if ((key === "id" || key === "name") && allowed && value in document) findings.add(`clobbers document.${value}`);
      if (!URLS.has(key)) return allowed === TEXT ? key : (keep(`${path}@${key}`, value), key);
      const protocol = scheme(value, base);
      if (!SCHEMES.has(protocol) && protocol !== "none:") findings.add(`address ${name}[${key}]=${value.slice(0, 60)}`);
      return `${key}=${protocol === scheme("", base) ? "own" : protocol}`;
    }

    /** @returns the element's shape: names of elements and attributes, nested; equal neighbours count once. */
    function walk(element, above, allowed) {
      const name = localName(element);
      const path = `${above}/${name}`;
      const list = ELASTIC.find(([selector]) => is(element, selector))?.[1] ?? null;
      if (allowed && !allowed.has(name)) findings.add(`element ${name}`);
      const names = [...attributes(element)].filter((each) => each.name !== "style" || !is(element, PLACED)).map((each) => attribute(name, each.name.toLowerCase(), each.value, path, allowed ?? list)).filter((each) => !STATE.has(each));
      if ((allowed ?? list) === TEXT) { /* words of a body are its own */ }
      else if (name === "textarea") keep(`${path}@value`, element.value);
      else for (const node of kids(element)) if (node.nodeType === 3) keep(`${path}#text`, node.data);
      const below = [element, element.shadowRoot, name === "template" ? element.content : null].filter(Boolean)
        .flatMap((parent) => [...kids(parent)]).filter((node) => node.nodeType === 1).map((node) => walk(node, path, allowed ?? list)).filter(Boolean);
      if (allowed) return "";
      const shape = `${name}[${names.sort().join(" ")}]`;
      if ((LISTS.has(name) || is(element, "main.cols")) && !list) {
        if (!items.has(path)) items.set(path, new Set());
        for (const item of below) items.get(path).add(item);
        return `${shape}(items)`;
      }
      return list ? (list === TEXT ? `${shape}(*)` : "") : `${shape}(${below.filter((each, at) => each !== below[at - 1]).join("")})`;
    }

    const shape = walk(root, "", null);
    return { shape, findings: [...findings], items: Object.fromEntries([...items].map(([path, shapes]) => [path, [...shapes]])), strings: Object.fromEntries([...strings].map(([key, texts]) => [key, [...texts]])) };
  }

  // ---- What a reader might do.
  const EVENTS = ("pointerover pointerenter pointermove pointerdown pointerup mouseover mouseenter mousemove mousedown mouseup mouseout mouseleave click dblclick auxclick "
    + "contextmenu wheel focus focusin blur focusout keydown keypress keyup beforeinput input change select search invalid submit reset copy cut paste drag dragstart dragenter "
    + "dragover drop dragend touchstart touchmove touchend toggle beforetoggle scroll scrollend resize animationstart animationend animationiteration transitionrun "
    + "transitionstart transitionend load error play canplay show close cancel").split(" ");

  function poke(root) {
    if (!root) return;
    const elements = [...all(root, "*")].slice(0, 150);
    for (const element of elements) for (const name of EVENTS) EventTarget.prototype.dispatchEvent.call(element, new Event(name, { cancelable: true }));
    for (const element of elements) {
      if (localName(element) === "details") element.open = true;
      const address = localName(element) === "a" || localName(element) === "area" ? scheme(element.getAttribute("href") ?? "", document.baseURI) : "";
      if (/^(javascript|data|vbscript):/.test(address)) element.click();
    }
  }

  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const isEditor = () => document.querySelector("main.editor") !== null;
  const ready = async () => { for (let n = 0; n < 600 && isEditor() && !isDrawn(); n++) await frame(); };
  const isDrawn = () => document.querySelector("main[data-ready]") && (document.querySelector("[data-preview] .page") || !document.querySelector("[data-refusal]").hidden);

  // ---- Pages that are only read: the same parser, but nothing in them can run.
  const tokens = new Map();

  async function token(page) {
    if (!tokens.has(page)) tokens.set(page, parse.call(new DOMParser(), await (await fetch(page)).text(), "text/html").querySelector("[name=__RequestVerificationToken]")?.value);
    return tokens.get(page);
  }

  async function read({ url, page, fields, wanted, from }) {
    const headers = from ? { "X-Forwarded-For": from } : {};
    const body = fields && new URLSearchParams([...fields, ["__RequestVerificationToken", (await token(page)) ?? ""]]);
    const answer = await fetch(url, fields ? { method: "POST", body, headers } : { headers });
    const [type, text] = [(answer.headers.get("content-type") ?? "").split(";")[0], await answer.text()];
    const seen = { status: answer.status, url: answer.url, type, json: type === "application/json" ? text : null, shape: "", findings: [], items: {}, strings: {}, links: {} };
    if (type !== "text/html") return seen;

    const page_ = parse.call(new DOMParser(), text, "text/html");
    for (const kind of ["tag", "author", "next"]) seen.links[kind] = [...all(page_, `a[rel=${kind}]`)].map((link) => new URL(link.getAttribute("href"), answer.url).href);
    seen.links.sheet = [...all(page_, "#sheet")].map((form) => form.dataset.article ?? "");
    seen.links.version = [...all(page_, "[name=Version]")].map((field) => field.value);
    seen.links.bad = [...all(page_, ".error[id]")].map((error) => error.id.replace("-error", ""));
    seen.links.said = [...all(page_, ".error")].map(textOf);
    return { ...seen, ...look(page_.documentElement, answer.url, wanted && new Set(wanted)) };
  }

  Object.defineProperty(window, "judge", {
    writable: false,
    value: Object.freeze({
      /** The page that is open: as it came, after everything in it was touched, and again. */
      async open(wanted) {
        await ready();
        await frame();
        const seen = look(document.documentElement, document.baseURI, wanted && new Set(wanted));
        // Buttons of the newsroom's scripts do what they say; the one script of an article only listens.
        poke(isEditor() ? document.querySelector("[data-preview]") : document.querySelector("script[src]:not([data-article])") ? null : document.body);
        await frame();
        await frame();
        const links = { type: [document.contentType], drawn: [String(!isEditor() || !!isDrawn())] };
        return { status: 0, url: location.href, type: "text/html", json: null, links, ...seen, findings: [...new Set([...seen.findings, ...look(document.documentElement, document.baseURI, new Set()).findings])] };
      },

      /** Types into the editor that is open, as somebody would, and looks at what is drawn beside the text. */
      async type(fields, wanted) {
        await ready(); // or what is drawn next is what stood there before
        const drawn = new Promise((done) => document.addEventListener("newsroom:preview", () => done(true), { once: true }));
        const form = document.getElementById("sheet");
        for (const [name, value] of fields) if (name !== "Section") form.elements.namedItem(name).value = value;
        form.elements.Headline.dispatchEvent(new Event("change", { bubbles: true }));
        let late = false;
        await Promise.race([drawn, (async () => { for (let n = 0; n < 900; n++) await frame(); late = true; })()]);
        return { ...await this.open(wanted), ...(late ? { findings: ["no preview"] } : {}) };
      },

      read: (asked) => Promise.all(asked.map(read)),
    }),
  });
})();
