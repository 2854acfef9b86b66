/*
 * On a phone what can be done opens over the conversation: it begins closed, and a touch beside it closes it again.
 * Escape closes it anywhere, and gives the place back to who works by keyboard.
 */
(() => {
  const narrow = matchMedia("(max-width: 860px)");
  const open = () => [...document.querySelectorAll(".acts .act-more[open]")];
  /* One that was refused stays open: it says why. */
  const refused = (act) => act.querySelector(".field-error, [role=alert]");
  const begin = () => {
    open().filter((act) => !refused(act)).forEach((act) => (act.open = false));
    const rest = document.getElementById("acts-rest");
    if (rest?.showPopover && refused(rest) && !rest.matches(":popover-open")) rest.showPopover();
  };
  if (narrow.matches) begin();
  document.addEventListener("htmx:load", ({ detail }) => {
    if (narrow.matches && detail.elt.closest(".question-panels")) begin();
  });
  document.addEventListener("click", ({ target }) => {
    if (target.matches(".acts")) open().forEach((act) => (act.open = false));
  });
  /* A list of moments has no room in a bar: its own page has. */
  document.addEventListener("click", (event) => narrow.matches && event.target.closest("#snooze > a") && event.stopPropagation(), true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const around = document.activeElement.closest("details.me[open], .act-more[open]") ?? document.querySelector("details.me[open]");
    if (!around) return;
    around.open = false;
    around.querySelector("summary").focus();
  });
})();
