/* A part beside a question that comes back as it was stays as it is: somebody may be typing in it. */
(() => {
  const shown = new WeakMap();
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (!detail.target.parentElement?.matches(".question-panels")) return;
    if (shown.get(detail.target) === detail.serverResponse) detail.shouldSwap = false;
    else shown.set(detail.target, detail.serverResponse);
  });
})();
