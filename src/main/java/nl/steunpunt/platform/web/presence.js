/* Says which page is in front, on coming and going, and each half minute while it is. */
if (document.body.dataset.viewer) {
  const question = document.querySelector("[data-question]");
  const at = question ? "question-" + question.dataset.question : document.querySelector("[data-looking]")?.dataset.looking ?? "";
  const look = () => {
    const inFront = document.visibilityState === "visible" && document.hasFocus();
    navigator.sendBeacon("/presence", new URLSearchParams({ at: inFront ? at : "" }));
  };
  addEventListener("focus", look);
  addEventListener("blur", look);
  addEventListener("pagehide", () => navigator.sendBeacon("/presence", new URLSearchParams({ at: "" })));
  setInterval(() => document.visibilityState === "visible" && look(), 30000);
  /* Not in the way of what starts the page. */
  setTimeout(look);
}
