/*
 * Who of the desk has the same question in front of them. Each open page says so now and then, and hears it of the
 * others; who says nothing for a while has gone. Nothing of it is kept.
 */
(() => {
  const EVERY = 20_000;
  const LASTS = 50_000;
  const seen = new Map();
  let told = 0;

  const line = () => document.getElementById("desk-looking");
  const say = (gone) => {
    const here = line()?.dataset.question;
    if (!here || (!gone && document.visibilityState !== "visible")) return;
    told = Date.now();
    navigator.sendBeacon(`/desk/questions/${here}/looking`, new URLSearchParams({ gone: String(Boolean(gone)) }));
  };

  const names = (question) => {
    const lookers = seen.get(String(question)) ?? new Map();
    lookers.forEach((until, name) => until < Date.now() && lookers.delete(name));
    return [...lookers.keys()].map((name) => name.split(" ")[0]);
  };

  const put = (place, question) => {
    const who = names(question).join(", ");
    const text = who && place.dataset.text.replace("{0}", who);
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !who;
  };

  const show = () => {
    const here = line();
    if (here) put(here, here.dataset.question);
    document.querySelectorAll("[data-lookers]").forEach((place) => put(place, place.dataset.lookers));
  };

  const hear = (gone) => ({ detail }) => {
    const question = String(detail.subject);
    const lookers = seen.get(question) ?? new Map();
    seen.set(question, lookers);
    const fresh = !lookers.has(detail.detail);
    if (gone) lookers.delete(detail.detail);
    else lookers.set(detail.detail, Date.now() + LASTS);
    show();
    /* Who just came does not know of me yet. */
    if (!gone && fresh && question === line()?.dataset.question && Date.now() - told > 2_000) say();
  };

  document.body.addEventListener("live:looking", hear(false));
  document.body.addEventListener("live:unlooking", hear(true));
  document.addEventListener("htmx:load", ({ detail }) => {
    if (detail.elt.querySelector?.("#desk-looking") || detail.elt.id === "desk-looking") {
      if (Date.now() - told > EVERY / 2) say();
    }
    show();
  });
  document.addEventListener("visibilitychange", () => say(document.visibilityState !== "visible"));
  addEventListener("pagehide", () => say(true));
  setInterval(() => {
    say();
    show();
  }, EVERY);
})();
