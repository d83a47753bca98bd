/* The ledger's filters: instant, kept in the address, undone by one button. */
"use strict";

const ledger = document.querySelector(".ledger");
const form = ledger.querySelector(".filters");
const rows = [...ledger.querySelectorAll(".claim-row")];
const sections = [...ledger.querySelectorAll(".claim-subgroup, .claim-group")];

/** Return the filters that are set, as [name, value]. */
function active() {
  return [...new FormData(form)].filter(([, value]) => value);
}

function apply() {
  const wanted = active();
  let shown = 0;
  for (const row of rows) {
    row.hidden = !wanted.every(([name, value]) => row.dataset[name] === value);
    if (!row.hidden) shown += 1;
  }
  for (const section of sections) {
    section.hidden = !section.querySelector(".claim-row:not([hidden])");
  }
  ledger.querySelector(".no-match").hidden = shown > 0;
  form.querySelector(".count").textContent = ledger.dataset.shown
    .replace("{shown}", shown)
    .replace("{all}", rows.length);
}

/** Keep the filters in the address, so that a selection can be linked. */
function keep() {
  const address = new URL(location.href);
  address.search = new URLSearchParams(active()).toString();
  history.replaceState(null, "", address);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (!field) continue;
  if (field.type === "checkbox") field.checked = value === field.value;
  else if ([...field.options].some((option) => option.value === value)) field.value = value;
}
form.hidden = false;
form.addEventListener("change", () => { apply(); keep(); });
form.addEventListener("reset", () => setTimeout(() => { apply(); keep(); }));
form.addEventListener("submit", (event) => event.preventDefault());
apply();
