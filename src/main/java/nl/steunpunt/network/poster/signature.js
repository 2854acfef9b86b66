/* Copies a signature as a mail program takes it: with its look, and as plain code where only that can be pasted. */
(() => {
  const show = () => {
    if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));
  };
  show();
  // What is chosen brings another one.
  document.addEventListener("htmx:afterSettle", show);
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const field = document.querySelector(button.dataset.copy);
    const says = button.parentElement.querySelector("[data-copy-says]");
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob([field.value], { type: "text/html" }),
          "text/plain": new Blob([field.value], { type: "text/plain" }),
        }),
      ]);
      says.textContent = button.dataset.copied;
    } catch {
      field.focus();
      field.select();
      says.textContent = button.dataset.failed;
    }
  });
})();
