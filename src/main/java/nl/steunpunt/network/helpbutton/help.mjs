/*
 * The help button for pages that are not ours. One script tag; everything it draws lies in a shadow root. It keeps nothing,
 * sets no cookie, sends none, and asks nothing before somebody presses it.
 *   data-system, data-topic   keys of the system and topic that a question is about
 *   data-place                the code of a short address: who helps there
 *   data-screen, data-error   where somebody is stuck
 *   data-lang                 nl or en; else the page's language
 *   data-side                 left: in the other corner
 * They are read at each press, so a page may change them as it goes.
 */
((config) => {
  const tag = document.currentScript;
  if (!tag || document.getElementById("steunpunt-help")) return;
  const base = new URL(tag.src).origin;

  const given = (name, most) => (tag.dataset[name] || "").trim().slice(0, most);
  const language = () => {
    const said = given("lang", 10) || tag.closest("[lang]")?.lang || navigator.language || "nl";
    return /^en/i.test(said) ? "en" : "nl";
  };
  const t = (key, ...values) => values.reduce((text, value, at) => text.replace("{" + at + "}", () => value), config.texts[language()][key] || "");

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  /* Only which page it is: what follows in its address may be a secret. */
  const page = () => (/^https?:$/.test(location.protocol) ? (location.origin + location.pathname).slice(0, 300) : "");

  /* What was typed goes behind the #, which a browser sends to no server: so it stands in nobody's log. */
  const address = (text) => {
    const to = new URL("/ask", base);
    const along = { system: given("system", 60), topic: given("topic", 60), screen: given("screen", 100), error: given("error", 60), from: page() };
    for (const [key, value] of Object.entries(along)) if (value) to.searchParams.set(key, value);
    if (text) to.hash = "text=" + encodeURIComponent(text);
    return to.href;
  };

  /* In the frame the form is there already: its text only takes the same way. */
  if (tag.dataset.frame !== undefined) {
    const form = document.querySelector("form[data-carry]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const to = new URL(form.action);
      for (const [key, value] of new FormData(form)) if (key !== "text" && value) to.searchParams.set(key, value);
      to.hash = "text=" + encodeURIComponent(form.elements.text.value.trim());
      Object.assign(document.createElement("a"), { href: to.href, target: "_blank", rel: "noopener noreferrer" }).click();
    });
    return;
  }

  /* "Tue 1 Dec", as on our own pages. */
  const part = (options) => new Intl.DateTimeFormat(language() === "en" ? "en-GB" : language(), { timeZone: "Europe/Amsterdam", ...options });
  const clock = (at) => {
    const day = part({ weekday: "short", day: "numeric", month: "short" });
    const time = part({ hour: "numeric", minute: "2-digit", hourCycle: "h23" }).format(new Date(at)).replace(/^0/, "");
    const said = language() === "nl" ? time.replace(":", ".") + " uur" : time;
    return day.format(new Date(at)) === day.format(new Date()) ? said : day.format(new Date(at)) + " " + said;
  };
  const when = ({ state, next, until }) => {
    if ((state === "round" || state === "busy") && until) return t("says_" + state, clock(until));
    if (state === "at_desk" && until) return t("when_at_desk", clock(until));
    if (state === "later" && next) return t("when_later", clock(next));
    if (state === "away" && until) return t("when_away", clock(until));
    return t("when_" + (state === "later" || state === "away" ? "not_seen" : state));
  };

  const host = make("div", { id: "steunpunt-help" });
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; font: 400 16px/1.5 Inter, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
    .all { --accent: ${config.accent}; --on: #fff; --ground: #fff; --text: #1c2529; --quiet: #56646b; --line: #dfe3e6; position: fixed; inset: auto 16px 16px auto; z-index: 2147483000; display: grid; justify-items: end; gap: 8px; color: var(--text); }
    .left { inset: auto auto 16px 16px; justify-items: start; }
    button, .act { min-height: 44px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); color: var(--text); font-weight: 600; cursor: pointer; text-decoration: none; }
    .open, .send { background: var(--accent); border-color: var(--accent); color: var(--on); }
    .open { border-radius: 99px; min-height: 48px; padding: 8px 20px; box-shadow: 0 4px 16px rgb(0 0 0 / .25); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .panel { width: min(380px, calc(100vw - 32px)); max-height: calc(100dvh - 96px); overflow-y: auto; display: grid; gap: 12px; padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--ground); box-shadow: 0 8px 32px rgb(0 0 0 / .25); transition: opacity .15s; }
    .panel[hidden] { display: none; }
    .head { display: flex; gap: 8px; align-items: center; justify-content: space-between; }
    h2 { margin: 0; font-size: 18px; font-weight: 650; }
    p { margin: 0; }
    .quiet { color: var(--quiet); font-size: 14px; overflow-wrap: anywhere; }
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
    li { padding: 8px 12px; border: 1px solid var(--line); border-radius: 8px; }
    b { font-weight: 600; }
    .when { display: flex; gap: 8px; align-items: center; font-size: 14px; color: var(--quiet); }
    .when::before { content: ""; width: 10px; height: 10px; border: 2px solid var(--quiet); border-radius: 50%; flex: none; }
    .now::before { background: #166531; border-color: #166531; }
    form, .who { display: grid; gap: 8px; }
    label { font-weight: 600; }
    textarea { width: 100%; min-height: 96px; padding: 8px 12px; border: 1px solid #80898e; border-radius: 8px; background: var(--ground); color: var(--text); resize: vertical; }
    .acts { display: flex; gap: 8px; flex-wrap: wrap; }
    @media (prefers-color-scheme: dark) {
      .all { --accent: color-mix(in srgb, ${config.accent} 45%, #fff); --on: #0b1214; --ground: #1a2226; --text: #e8edef; --quiet: #a3b1b8; --line: #313c42; }
      .now::before { background: #6fcf8f; border-color: #6fcf8f; }
    }
    @media (prefers-reduced-motion: reduce) { .panel { transition: none; } }
    @media print { .all { display: none; } }
  `);
  root.adoptedStyleSheets = [sheet];

  const button = make("button", { type: "button", class: "open", "aria-expanded": "false", "aria-controls": "panel" });
  const panel = make("div", { id: "panel", class: "panel", role: "dialog", hidden: "" });
  const all = make("div", { class: "all" }, panel, button);
  root.append(all);
  let typed = "";

  const close = () => {
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.focus();
  };

  const helper = (one) => {
    const place = one.place ? [make("p", { class: "quiet" }, one.place.replaceAll("/", " · "))] : [];
    return make("li", {}, make("b", {}, one.name), ...place, make("p", { class: one.now ? "when now" : "when" }, when(one)));
  };

  const ask = async (into) => {
    const place = given("place", 20);
    if (!place) return;
    try {
      const where = new URL("/help-button/answer", base);
      where.searchParams.set("place", place);
      if (given("system", 60)) where.searchParams.set("system", given("system", 60));
      const answer = await fetch(where, { credentials: "omit", referrerPolicy: "no-referrer" });
      if (!answer.ok) return;
      const { place: name, helpers, hidden } = await answer.json();
      if (!name) return;
      const more = helpers.length ? (hidden ? [t("more")] : []) : [t("nobody")];
      const list = helpers.length ? [make("ul", { "aria-label": t("here", name) }, ...helpers.slice(0, 3).map(helper))] : [];
      into.replaceChildren(make("p", {}, t("here", name)), ...list, ...more.map((text) => make("p", { class: "quiet" }, text)));
    } catch {
      /* Not from here, or no connection: the question itself can still be asked. */
    }
  };

  const open = () => {
    all.className = given("side", 5) === "left" ? "all left" : "all";
    panel.lang = language();
    panel.setAttribute("aria-label", t("title"));
    const shut = make("button", { type: "button" }, t("close"));
    shut.addEventListener("click", close);
    const who = make("div", { class: "who", "aria-live": "polite" }, make("p", { class: "quiet" }, t("sign_in")));
    const field = make("textarea", { id: "text", required: "" });
    field.value = typed;
    field.addEventListener("input", () => (typed = field.value));
    const context = [given("screen", 100), given("error", 60), page()].filter(Boolean).join(" · ");
    const along = context ? [make("p", { class: "quiet" }, t("along", context))] : [];
    const send = make("button", { class: "send" }, t("send"));
    const form = make("form", {}, make("label", { for: "text" }, t("field")), field, ...along, make("div", { class: "acts" }, send, make("a", { class: "act", href: new URL("/who-helps", base).href, target: "_blank", rel: "noopener" }, t("who"))));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      make("a", { href: address(field.value.trim()), target: "_blank", rel: "noopener noreferrer" }).click();
    });
    panel.replaceChildren(make("div", { class: "head" }, make("h2", {}, t("title")), shut), who, form);
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    field.focus();
    ask(who);
  };

  /* Keys typed here are no shortcuts of the page around it. */
  all.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape" && !panel.hidden) close();
  });
  button.addEventListener("click", () => (panel.hidden ? open() : close()));

  const draw = () => {
    button.textContent = t("open");
    all.className = given("side", 5) === "left" ? "all left" : "all";
    document.body.append(host);
  };
  document.body ? draw() : addEventListener("DOMContentLoaded", draw);
})("CONFIG");
