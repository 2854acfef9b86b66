/*
 * A part of the page that is renewed because something happened elsewhere keeps what somebody is in the
 * middle of: a form with typed text, with the cursor or with a refusal stays as it is, what was unfolded
 * stays unfolded, what lay open over the page stays open. What has data-stays stays whole when the form in it would go. keeping(old) remembers; the function it answers puts it into what came instead.
 */
const keeping = (old) => {
  const active = document.activeElement;
  const differs = (field) =>
    field.matches("select")
      ? [...field.options].some((option) => option.selected !== option.defaultSelected) && field.selectedIndex > 0
      : field.type !== "hidden" && (field.value !== field.defaultValue || field.checked !== field.defaultChecked);
  const touched = (form) =>
    form.method === "post" &&
    (form.dataset.standsOn || form.dataset.sent || (form.contains(active) && active.matches("textarea, input, select")) ||
      [...form.elements].some((field) => field.name && field.matches("input, textarea, select") && differs(field)));
  const action = (form) => form.getAttribute("action");
  const sending = (part, form) => [...part.querySelectorAll("form")].filter((other) => action(other) === action(form));
  /* Two forms may send to one address: they differ by what is filled in. */
  const asks = (form) =>
    [...new Set([...form.elements].filter((field) => field.matches("textarea, select, input:not([type=hidden])")).map((field) => field.name + "#" + field.id))].join();
  /* By its number, where the summary says what just changed. */
  const summary = (part) => part.id || part.querySelector("summary").textContent.trim();

  const forms = [...old.querySelectorAll("form")].filter(touched);
  const alone = new Set(forms.filter((form) => sending(old, form).length === 1));
  /* Parts that somebody fetched by a click, such as the moments to put a question aside until. */
  const fetched = [...old.querySelectorAll("[data-fetched]")].filter((part) => part.querySelector("form"));
  const opened = new Map([...old.querySelectorAll("details")].map((part) => [summary(part), part.open]));
  const popped = "popover" in old ? [...old.querySelectorAll(":popover-open")].map((part) => part.id) : [];
  const focused = old.contains(active) ? active : null;
  const [from, to] = focused?.matches("textarea, input[type=text]") ? [focused.selectionStart, focused.selectionEnd] : [];

  return (fresh) => {
    fresh.querySelectorAll("details").forEach((part) => (part.open = opened.get(summary(part)) ?? part.open));
    fetched.forEach((part) => fresh.querySelector("#" + part.id)?.replaceWith(part));
    forms.filter((form) => !form.isConnected).forEach((form) => {
      const there = sending(fresh, form);
      const place = there.find((other) => asks(other) === asks(form)) ?? (alone.has(form) && there.length === 1 ? there[0] : null);
      if (place) return place.replaceWith(form);
      const whole = form.closest("[data-stays]");
      if (!whole || whole.isConnected) return;
      const stands = fresh.querySelector("#" + CSS.escape(whole.id));
      if (stands) stands.replaceWith(whole);
      else fresh.prepend(whole);
    });
    popped.forEach((id) => fresh.querySelector("#" + id)?.showPopover());
    const again = focused?.isConnected ? focused : focused?.id && fresh.querySelector("#" + CSS.escape(focused.id));
    if (!again) return;
    again.focus({ preventScroll: true });
    if (from !== undefined) again.setSelectionRange(from, to);
  };
};

/* The same for what htmx renews when news arrives; what somebody asked for by a click comes as it is. */
(() => {
  const kept = new WeakMap();
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.shouldSwap && detail.requestConfig.triggeringEvent?.type.startsWith("live:")) {
      kept.set(detail.xhr, keeping(detail.target));
    }
  });
  document.addEventListener("htmx:afterSwap", ({ target, detail }) => {
    const restore = kept.get(detail.xhr);
    kept.delete(detail.xhr);
    restore?.(detail.target.isConnected ? detail.target : target);
  });
})();
