/* One tick for all of a list. Without this script it is not shown. */
for (const label of document.querySelectorAll("[data-checks]")) {
  const all = label.querySelector("input");
  const each = () => [...document.querySelectorAll(`input[name="${label.dataset.checks}"]`)];
  label.hidden = each().length < 2;
  all.addEventListener("change", () => each().forEach((one) => (one.checked = all.checked)));
}
