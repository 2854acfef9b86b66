/*
 * A part of the organisation dragged onto another power user: the page then shows what that would come to, and
 * nothing has changed yet. Who does not drag has a link on each part that leads to the same page.
 */
(() => {
  const division = document.querySelector(".division");
  if (!division) return;
  let dragged = null;
  const target = (event) => {
    const one = event.target.closest(".division-one");
    return dragged && one && one.dataset.mandate !== dragged.dataset.from ? one : null;
  };
  const mark = (over) =>
    division.querySelectorAll(".division-one").forEach((one) => one.classList.toggle("is-over", one === over));

  division.querySelectorAll(".division-part").forEach((part) => (part.draggable = true));
  division.addEventListener("dragstart", (event) => {
    dragged = event.target.closest(".division-part");
    if (!dragged) return;
    dragged.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
    /* Firefox drags nothing that carries nothing. */
    event.dataTransfer.setData("text/plain", dragged.querySelector(".grow").textContent);
  });
  division.addEventListener("dragover", (event) => {
    const one = target(event);
    mark(one);
    if (one) event.preventDefault();
  });
  division.addEventListener("drop", (event) => {
    const one = target(event);
    if (!one) return;
    event.preventDefault();
    const { kind, ref, from } = dragged.dataset;
    const asked = new URLSearchParams({ system: division.dataset.system, kind, ref, to: one.dataset.mandate });
    if (from) asked.set("from", from);
    location.assign("/network/division/what-if?" + asked);
  });
  division.addEventListener("dragend", () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
    mark(null);
  });
})();
