/* The places to choose from follow whom one serves. Who is choosing keeps the list as it is. */
document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  const list = detail.target;
  if (!list.matches(".mypeople-filters select")) return;
  /* As text, and not by htmx: of options that move one by one out of their list, the last one says that it was chosen. */
  detail.shouldSwap = false;
  const chosen = [...list.options].some((option) => option.selected !== option.defaultSelected && option.index > 0);
  if (!chosen && list !== document.activeElement) list.innerHTML = detail.fragment.innerHTML;
});
