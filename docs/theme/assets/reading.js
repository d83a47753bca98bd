/* The reading page: modes, copying, verdicts in place. All of it is an addition:
   without it both languages are shown and every link works. */
"use strict";

/* ------------------------------------------------------------ reading modes */
const MODES = ["zh", "both", "en"];

/** Read the wanted mode from the address, else from the last visit, else both. */
function wantedMode() {
  const fromAddress = new URLSearchParams(location.search).get("show");
  const candidates = [fromAddress, remembered("reading-mode")];
  return candidates.find((mode) => MODES.includes(mode)) || "both";
}

function remembered(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function remember(key, value) {
  try { localStorage.setItem(key, value); } catch { /* private windows may refuse */ }
}

function showMode(reading, mode) {
  reading.dataset.reading = mode;
  for (const button of reading.querySelectorAll("[data-mode]")) {
    button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
  }
}

/** Keep the sentence under the reader's eyes where it is while the text reflows. */
function steady(change) {
  const anchor = [...document.querySelectorAll(".reading .pair")].find(
    (pair) => pair.getBoundingClientRect().bottom > 120,
  );
  const before = anchor ? anchor.getBoundingClientRect().top : 0;
  change();
  if (anchor && scrollY > 0) scrollBy(0, anchor.getBoundingClientRect().top - before);
}

function startReading(reading) {
  const bar = reading.querySelector(".modes");
  bar.hidden = false;
  showMode(reading, wantedMode());
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mode]");
    if (!button) return;
    steady(() => showMode(reading, button.dataset.mode));
    remember("reading-mode", button.dataset.mode);
    const address = new URL(location.href);
    address.searchParams.set("show", button.dataset.mode);
    history.replaceState(null, "", address);
  });
  reading.addEventListener("click", (event) => {
    const link = event.target.closest(".permalink");
    if (link) copySentence(reading, link);
    const flag = event.target.closest(".flag");
    if (flag) openVerdict(event, flag);
  });
}

/* ----------------------------------------------------- copy link and quotation */
function copySentence(reading, link) {
  const half = (name) => {
    const source = link.parentElement.querySelector(`.${name}:not(.pending)`);
    if (!source) return "";
    const copy = source.cloneNode(true);
    copy.querySelectorAll(".flag").forEach((flag) => flag.remove());
    return copy.textContent.trim();
  };
  const text = [half("zh"), half("en"), `${reading.dataset.title} ${link.href}`];
  const status = reading.querySelector(".status");
  const say = (words) => {
    status.textContent = words;
    setTimeout(() => { status.textContent = ""; }, 4000);
  };
  const copying = navigator.clipboard
    ? navigator.clipboard.writeText(text.filter(Boolean).join("\n"))
    : Promise.reject(new Error("no clipboard"));
  copying.then(() => say(status.dataset.copied), () => say(status.dataset.failed));
}

/* --------------------------------------------------------- verdicts in place */
function openVerdict(event, flag) {
  const verdict = document.getElementById(flag.dataset.verdict);
  const plainClick = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
  if (!verdict || !verdict.showPopover || !plainClick) return; // the link leads to the record
  event.preventDefault();
  verdict.showPopover({ source: flag });
  verdict.querySelector("a, button").focus({ preventScroll: true });
  verdict.addEventListener("toggle", (closing) => {
    if (closing.newState === "closed") flag.focus({ preventScroll: true });
  }, { once: true });
}

for (const reading of document.querySelectorAll(".reading")) startReading(reading);
