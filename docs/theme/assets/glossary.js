/* The glossary's filter and orders. It asks the same engine as the search box. */
"use strict";

(() => {
  const glossary = document.querySelector(".glossary");
  const form = glossary.querySelector(".filters");
  const shelf = glossary.querySelector(".entries");
  const entries = [...shelf.querySelectorAll(".entry")];
  const letters = glossary.querySelector(".letters");
  const root = new URL(glossary.dataset.root, location.href);
  let loading = null;

  function load() {
    const script = (path) => new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = new URL(path, root);
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
    loading ??= globalThis.guideSearch
      ? Promise.resolve()
      : script("assets/search-engine.js").then(() => script("search/terms.js"));
    return loading;
  }

  /** Put the entries under the headings of an order. */
  function arrange(order) {
    const heading = (entry) => (order === "category"
      ? entry.dataset.category
      : entry.dataset[order].charAt(0).toUpperCase().replace(/[^A-Z]/, "#"));
    const groups = new Map();
    const key = order === "category" ? "pinyin" : order;
    for (const entry of [...entries].sort((a, b) => (a.dataset[key] < b.dataset[key] ? -1 : 1))) {
      const name = heading(entry);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(entry);
    }
    shelf.replaceChildren(...[...groups].map(([name, group]) => section(name, group)));
    letters.hidden = order === "category";
    letters.querySelector("ul").replaceChildren(...[...groups.keys()].map(letter));
  }

  function section(name, group) {
    const made = document.createElement("section");
    made.className = "letter";
    const title = document.createElement("h2");
    title.id = `letter-${name === "#" ? "other" : name}`;
    title.textContent = name;
    const list = document.createElement("ul");
    list.append(...group);
    made.append(title, list);
    return made;
  }

  function letter(name) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#letter-${name === "#" ? "other" : name}`;
    link.textContent = name;
    row.append(link);
    return row;
  }

  function filter(words) {
    const ids = words.trim() ? new Set(guideSearch.termIds(words)) : null;
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = Boolean(ids) && !ids.has(entry.id);
      if (!entry.hidden) shown += 1;
    }
    for (const group of shelf.children) group.hidden = !group.querySelector(".entry:not([hidden])");
    glossary.querySelector(".no-match").hidden = shown > 0;
    form.querySelector(".count").textContent = glossary.dataset.shown
      .replace("{shown}", shown)
      .replace("{all}", entries.length);
  }

  const { find, order } = form.elements;

  function keep() {
    const address = new URL(location.href);
    address.search = new URLSearchParams([...new FormData(form)].filter(([, v]) => v)).toString();
    history.replaceState(null, "", address);
  }

  function apply() {
    const words = find.value;
    if (!words.trim()) filter("");
    else load().then(() => filter(find.value), () => {});
  }

  const asked = new URLSearchParams(location.search);
  find.value = asked.get("find") ?? "";
  if ([...order.options].some((option) => option.value === asked.get("order"))) {
    order.value = asked.get("order");
    arrange(order.value);
  }
  form.hidden = false;
  find.addEventListener("focus", () => { load().catch(() => {}); });
  find.addEventListener("input", () => { apply(); keep(); });
  order.addEventListener("change", () => { arrange(order.value); apply(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
