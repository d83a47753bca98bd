/* Sources open in place: a small figure shows its note beside it.
   Without JavaScript the figure leads to the note at the end of the page. */
"use strict";

(() => {
  const pane = document.createElement("div");
  const marks = document.querySelectorAll("a.note");
  if (!marks.length || !pane.showPopover) return;
  pane.className = "term-tip note-tip";
  pane.popover = "auto";
  document.querySelector(".md-typeset").append(pane);

  function put(mark) {
    const place = mark.getBoundingClientRect();
    const size = pane.getBoundingClientRect();
    const above = place.bottom + size.height + 12 > innerHeight;
    pane.style.top = `${Math.max(8, above ? place.top - size.height - 6 : place.bottom + 6)}px`;
    pane.style.left = `${Math.max(8, Math.min(place.left, innerWidth - size.width - 8))}px`;
  }

  for (const mark of marks) {
    mark.addEventListener("click", (event) => {
      const note = document.getElementById(mark.hash.slice(1));
      if (!note || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      pane.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
      pane.showPopover({ source: mark });
      put(mark);
      pane.querySelector("a")?.focus({ preventScroll: true });
      pane.addEventListener("toggle", (closing) => {
        if (closing.newState === "closed") mark.focus({ preventScroll: true });
      }, { once: true });
    });
  }
})();
