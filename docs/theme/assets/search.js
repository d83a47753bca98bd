/* The search box: loads the engine and its two index files when it is first touched,
   shows results as links, and never puts a query into the page as HTML. */
"use strict";

(() => {
  const box = document.querySelector(".search");
  const input = box.querySelector("input");
  const panel = box.querySelector(".search-panel");
  const status = box.querySelector(".search-status");
  const words = box.dataset;
  const root = new URL(words.root, location.href);
  const SHOWN = { sentence: 3, claim: 4, therapy: 4, comparison: 3, page: 4 };
  let loading = null;

  /* ------------------------------------------------------------------ loading */
  function script(path) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = new URL(path, root);
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }

  /** Load the engine, the terms, then the rest; ask again after a failure. */
  function load() {
    loading ??= script("assets/search-engine.js")
      .then(() => script("search/terms.js"))
      .then(() => script("search/texts.js"))
      .catch((error) => { loading = null; throw error; });
    return loading;
  }

  /* ------------------------------------------------------------------ results */
  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  const language = (text) => (/[\u3400-\u9fff]/.test(text) ? "zh-Hans" : "en");

  /** Write a name with the matching part marked. */
  function marked(name, text, query) {
    const made = element(name, "", { lang: language(text) });
    const found = guideSearch.place(text, query.joined);
    if (!found) {
      made.textContent = text;
      return made;
    }
    const [start, end] = found;
    made.append(text.slice(0, start), element("mark", text.slice(start, end)), text.slice(end));
    return made;
  }

  /** Cut a long text around the place that matched. */
  function excerpt(text, query) {
    const found = guideSearch.place(text, query.joined);
    if (!found || text.length < 90) return text;
    const start = Math.max(0, found[0] - 30);
    return (start ? "…" : "") + text.slice(start, start + 90) + (start + 90 < text.length ? "…" : "");
  }

  function titles(item) {
    if (item.kind !== "term") return [item.title, item.other];
    const english = item.abbr && item.abbr !== item.en ? `${item.en} (${item.abbr})` : item.en;
    return document.documentElement.lang.startsWith("zh") ? [item.zh, english] : [english, item.zh];
  }

  /** Where an entry leads; on a disk a folder has no page of its own, its index.html has. */
  function address(url) {
    const there = new URL(url, root);
    if (there.protocol === "file:") there.pathname = there.pathname.replace(/\/$/, "/index.html");
    return there.href;
  }

  function result(item, query) {
    const link = element("a", "", { href: address(item.url) });
    const [title, other] = titles(item);
    link.append(marked("span", excerpt(title, query), query));
    if (other) {
      const second = marked("span", excerpt(other, query), query);
      second.className = "search-other";
      link.append(second);
    }
    const why = words[`why${item.why.charAt(0).toUpperCase()}${item.why.slice(1)}`];
    if (why) link.append(element("span", item.name ? `${why} ${item.name}` : why, { class: "search-why" }));
    return link;
  }

  /** How many of a group are shown at once: while a name is being typed, many terms; else two,
      so that what the articles say of it stays in sight. */
  function limit(kind, items) {
    if (kind !== "term") return SHOWN[kind];
    return items[0].score >= 80 && items[0].score < 100 ? 6 : 2;
  }

  function group({ kind, items }, query) {
    const shown = limit(kind, items);
    const made = element("section", "", { class: "search-group" });
    made.append(element("h2", words[`kind${kind.charAt(0).toUpperCase()}${kind.slice(1)}`]));
    const list = element("ul");
    const add = (some) => {
      for (const item of some) {
        const row = element("li");
        row.append(result(item, query));
        list.append(row);
      }
    };
    add(items.slice(0, shown));
    made.append(list);
    if (items.length > shown) {
      const more = element("button", words.more.replace("{count}", items.length - shown), { type: "button" });
      more.addEventListener("click", () => { add(items.slice(shown)); more.remove(); });
      made.append(more);
    }
    return made;
  }

  function nothing(text, query) {
    const near = guideSearch.nearest(text);
    const list = element("ul");
    for (const item of near) {
      const row = element("li");
      row.append(result({ ...item, why: "" }, query));
      list.append(row);
    }
    return [element("p", near.length ? words.noneNear : words.none), list];
  }

  /** Show what answers the query now in the box. */
  function show() {
    const text = input.value;
    const query = guideSearch.query(text);
    const groups = guideSearch.search(text);
    const count = groups.reduce((sum, g) => sum + g.items.length, 0);
    panel.replaceChildren(...(groups.length ? groups.map((g) => group(g, query)) : nothing(text, query)));
    panel.hidden = !text.trim();
    status.textContent = query.joined ? words.found.replace("{count}", count) : "";
  }

  function ask() {
    load().then(show, fail);
  }

  function fail() {
    panel.replaceChildren(element("p", words.failed));
    panel.hidden = false;
  }

  /* ------------------------------------------------------- opening and closing */
  function open() {
    box.classList.add("search--open");
    input.focus();
  }

  function close() {
    panel.hidden = true;
    box.classList.remove("search--open");
  }

  function move(event, step) {
    const stops = [input, ...panel.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  input.addEventListener("focus", () => { load().catch(() => {}); });
  input.addEventListener("input", ask);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(event, 1);
    if (event.key === "ArrowUp") move(event, -1);
    if (event.key === "Escape") { close(); input.blur(); }
  });
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    panel.querySelector("a")?.click();
  });
  box.querySelector(".search-open").addEventListener("click", open);
  box.querySelector(".search-close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target)) close();
  });
  panel.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });

  box.hidden = false;
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    open();
    ask();
  }
})();
