/* A comparison: pick options, hide rows, print what is picked. Kept in the address. */
"use strict";

(() => {
  const comparison = document.querySelector(".comparison");
  const form = comparison.querySelector(".filters");
  const few = form.querySelector(".few");
  const boxes = (name) => [...form.querySelectorAll(`input[name=${name}]`)];

  function apply() {
    for (const [name, key] of [["options", "option"], ["rows", "row"]]) {
      const shown = new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
      for (const part of comparison.querySelectorAll(`[data-${key}]`)) {
        part.hidden = !shown.has(part.dataset[key]);
      }
    }
    const columns = boxes("options").filter((box) => box.checked).length;
    const table = comparison.querySelector("table.compare");
    table.className = `compare columns-${columns}`;
  }

  /** Only what is left out is worth writing into the address. */
  function keep() {
    const address = new URL(location.href);
    for (const name of ["options", "rows"]) {
      const all = boxes(name);
      const picked = all.filter((box) => box.checked).map((box) => box.value);
      if (picked.length === all.length) address.searchParams.delete(name);
      else address.searchParams.set(name, picked.join(","));
    }
    history.replaceState(null, "", address);
  }

  function changed(event) {
    const same = boxes(event.target.name);
    few.textContent = "";
    if (same.length && !same.some((box) => box.checked)) {
      event.target.checked = true;
      few.textContent = comparison.dataset.few;
    }
    apply();
    keep();
  }

  const asked = new URLSearchParams(location.search);
  for (const name of ["options", "rows"]) {
    const wanted = asked.get(name)?.split(",");
    const known = wanted && boxes(name).some((box) => wanted.includes(box.value));
    if (known) for (const box of boxes(name)) box.checked = wanted.includes(box.value);
  }
  form.hidden = false;
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(() => { few.textContent = ""; apply(); keep(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector(".print").addEventListener("click", () => print());
  apply();
})();
