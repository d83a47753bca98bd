/* Light or dark as the reader chose last; without a choice, as the system says (by CSS).
   Loaded before the page is drawn, so that nothing flashes. */
"use strict";

{
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const apply = (theme) => { if (theme) document.documentElement.dataset.theme = theme; };
  apply(stored());
  document.documentElement.dataset.scripted = ""; // what scripts will show has its place from the start
  // A long text is drawn screen by screen until it has been seen once (guide.css). Not where a
  // place in it is asked for, or gone back to: that is found only when all heights are known.
  const [visit] = performance.getEntriesByType("navigation");
  if (!location.hash && visit?.type === "navigate") {
    document.documentElement.dataset.first = "";
    const whole = () => delete document.documentElement.dataset.first;
    addEventListener("load", () => requestAnimationFrame(() => setTimeout(whole)));
  }
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-switch");
    const dark = () => (document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches);
    button.hidden = false;
    button.setAttribute("aria-pressed", String(dark()));
    button.addEventListener("click", () => {
      const theme = dark() ? "light" : "dark";
      apply(theme);
      button.setAttribute("aria-pressed", String(theme === "dark"));
      try { localStorage.setItem("theme", theme); } catch { /* private windows may refuse */ }
    });
  });
}
