/* One tick for all that can be recorded on this page; without a script they are ticked one by one. */
(() => {
  const all = document.querySelector("[data-ticks]");
  if (!all) return;
  const ones = () => [...all.form.elements].filter((field) => field.name === all.dataset.ticks);
  all.closest("label").hidden = false;
  all.addEventListener("change", () => ones().forEach((one) => (one.checked = all.checked)));
  all.form.addEventListener("change", () => (all.checked = ones().every((one) => one.checked)));
})();
