/* Copies what stands in a field, as plain text: a snippet is code, and would be taken for markup otherwise. */
(() => {
  const prepare = (root) => root.querySelectorAll("[data-copy-plain][hidden]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.querySelector(button.dataset.copyPlain);
      const says = button.parentElement.querySelector("[data-copy-says]");
      try {
        await navigator.clipboard.writeText(field.value);
        says.textContent = button.dataset.copied;
      } catch {
        field.focus();
        field.select();
        says.textContent = button.dataset.failed;
      }
    });
  });
  prepare(document);
  /* What came later by itself, such as news on the open page. */
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
})();
