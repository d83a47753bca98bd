/* A term's tooltip: by mouse, by keyboard and by touch; Esc closes it.
   A touch shows it first and the link inside leads on; without JavaScript the term is a plain link. */
"use strict";

(() => {
  const tip = document.createElement("div");
  if (!document.querySelector("a.term") || !tip.showPopover) return;
  tip.id = "term-tip";
  tip.className = "term-tip";
  tip.popover = "manual";
  document.querySelector(".md-typeset").append(tip);
  let shown = null;
  let leaving = 0;

  function show(term) {
    clearTimeout(leaving);
    if (shown === term) return;
    hide();
    const words = document.createElement("p");
    words.textContent = term.dataset.tip;
    const link = document.createElement("a");
    link.href = term.href;
    link.textContent = document.documentElement.lang.startsWith("zh") ? "看词条" : "Open the entry";
    tip.replaceChildren(words, link);
    tip.showPopover();
    put(term);
    term.setAttribute("aria-describedby", tip.id);
    shown = term;
  }

  /** Put the tooltip under its term, or above where there is no room. */
  function put(term) {
    const place = term.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const above = place.bottom + size.height + 12 > innerHeight;
    tip.style.top = `${above ? place.top - size.height - 6 : place.bottom + 6}px`;
    tip.style.left = `${Math.max(8, Math.min(place.left, innerWidth - size.width - 8))}px`;
  }

  function hide() {
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    tip.hidePopover();
  }

  /** Leave time to move onto the tooltip itself. */
  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  }

  const termOf = (event) => event.target.closest?.("a.term");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (termOf(event)) show(termOf(event));
    else if (tip.contains(event.target)) clearTimeout(leaving);
    else if (shown && document.activeElement !== shown) leave();
  });
  document.addEventListener("focusin", (event) => {
    if (termOf(event)) show(termOf(event));
    else if (!tip.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const term = termOf(event);
    if (term && event.pointerType === "touch") {
      event.preventDefault();
      show(term);
    } else if (!tip.contains(event.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("scroll", () => { if (shown) put(shown); }, { passive: true });
})();
