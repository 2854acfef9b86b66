/* A plan that is wider than the window opens where the pin is. */
document.addEventListener(
  "toggle",
  ({ target, newState }) => {
    if (newState !== "open" || !target.matches?.(".plan-large")) return;
    const box = target.querySelector(".plan-scroll");
    const pin = target.querySelector(".plan-pin").getBoundingClientRect();
    box.scrollLeft += pin.left + pin.width / 2 - box.getBoundingClientRect().left - box.clientWidth / 2;
  },
  true,
);
