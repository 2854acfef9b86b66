/*
 * The board's rows fold into the place above. What is open stays open when the board is read anew each minute,
 * and when the lead comes back to it in this tab.
 */
(() => {
  const KEY = "board-open";
  const open = new Set(JSON.parse(sessionStorage.getItem(KEY) || "[]"));

  const show = () => {
    const rows = [...document.querySelectorAll(".board-table [data-place]")];
    const visible = new Set();
    rows.forEach((row) => {
      const { place, parent } = row.dataset;
      const shown = !parent || (visible.has(parent) && open.has(parent));
      if (shown) visible.add(place);
      row.classList.toggle("is-open", shown);
      row.querySelector(".unfold")?.setAttribute("aria-expanded", String(open.has(place)));
    });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".unfold");
    if (!button) return;
    const { place } = button.closest("tr").dataset;
    if (!open.delete(place)) open.add(place);
    sessionStorage.setItem(KEY, JSON.stringify([...open]));
    show();
  });

  document.addEventListener("htmx:afterSwap", show);
  show();
})();
