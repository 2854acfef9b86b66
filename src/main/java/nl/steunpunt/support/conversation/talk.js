/*
 * The question's page while people talk: what is new is added to what stands there, so that nothing
 * that somebody reads, selects or types is taken away under their hands.
 */
const talk = (() => {
  const page = document.querySelector("[data-question]");
  const list = document.getElementById("conversation");
  /* What the desk does to a ticket can stand on a page of its own, without what was said. */
  if (!page || !list) return null;
  const question = page.dataset.question;
  const viewer = document.body.dataset.viewer;
  const typing = document.getElementById("typing");
  const newer = document.getElementById("newer");
  const composer = document.querySelector("[data-composer]");
  let following = false;
  let leftAt = 0;

  const inFront = () => document.visibilityState === "visible";
  const get = (query = "") => fetch(`/questions/${question}/conversation${query}`, { headers: { "HX-Request": "true" } });
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  /* What is below the last word by so many pixels; the field to write in lies over the page's end. */
  const below = () =>
    document.getElementById("newest").getBoundingClientRect().bottom - (composer && !composer.hidden ? composer.getBoundingClientRect().top : innerHeight);
  const atEnd = () => below() < 40;
  const toEnd = () => {
    if (below() > -8) scrollBy({ top: below() + 8, behavior: "instant" });
    following = true;
    leftAt = scrollY;
  };
  /* A browser tells of scrolling a frame later, and the page may grow in between: where it stands now says who turned back. */
  const stays = () => atEnd() || (following && scrollY >= leftAt - 1);

  const items = (root) => [...root.children].filter((item) => /^(message|stop)-/.test(item.id));
  const messages = (root) => [...root.querySelectorAll("[data-message]")];
  const withoutTimes = (item) => {
    const copy = item.cloneNode(true);
    copy.querySelectorAll("time").forEach((time) => (time.textContent = ""));
    return copy.outerHTML;
  };

  const put = (item, old, last) => {
    if (!old) {
      if (last) last.after(item);
      else list.insertBefore(item, items(list)[0] ?? typing);
      return item;
    }
    if (withoutTimes(old) !== withoutTimes(item)) {
      old.replaceWith(item);
      return item;
    }
    const times = item.querySelectorAll("time");
    old.querySelectorAll("time").forEach((time, at) => (time.textContent = times[at].textContent));
    return old;
  };

  /* Answers the messages that were not here before. */
  const merge = (fresh) => {
    const known = new Set(messages(list).map((message) => message.id));
    const added = messages(fresh).filter((message) => !known.has(message.id));
    if (known.size && added.length && added.length === messages(fresh).length) {
      /* Away for longer than a page of messages: no gap in the middle that nobody sees. */
      list.querySelectorAll(".earlier").forEach((link) => link.remove());
      items(list).forEach((item) => item.remove());
      const earlier = fresh.querySelector("#earlier");
      if (earlier) list.prepend(earlier);
    }
    let last = null;
    for (const item of items(fresh)) last = put(item, document.getElementById(item.id), last);
    return added;
  };

  /* Its asker may change it while others have it in front of them. */
  const reword = (fresh) => {
    const old = document.getElementById("asked");
    const words = (asked) => asked.querySelector(".question-text").innerHTML;
    if (words(old) !== words(fresh)) old.replaceWith(fresh);
  };

  let situation = "";
  const situate = (fresh) => {
    const html = fresh.outerHTML;
    if (html !== situation) {
      const old = document.getElementById("situation");
      const restore = keeping(old);
      old.replaceWith(fresh);
      htmx.process(fresh);
      restore(fresh);
      htmx.trigger(fresh, "htmx:load", { elt: fresh });
    }
    situation = html;
    /* A closed question takes no messages; what somebody is writing stays in sight. */
    if (composer) composer.hidden = fresh.hasAttribute("data-closed") && !composer.elements.text.value;
  };

  const announce = (added) => {
    const others = added.filter((message) => !message.classList.contains("message-mine"));
    if (!others.length) return;
    typing.hidden = true;
    document.getElementById("heard").textContent = others
      .map((message) => `${message.querySelector("strong").textContent}: ${message.querySelector(".message-text, .message-file-name")?.textContent ?? message.querySelector("img").alt}`)
      .join(". ");
  };

  const show = (html) => {
    const parts = parse(html);
    const fresh = parts.getElementById("conversation");
    if (!fresh) return;
    const follows = stays();
    const added = merge(fresh);
    reword(parts.getElementById("asked"));
    situate(parts.getElementById("situation"));
    announce(added);
    waiting();
    read();
    if (!added.length) return;
    if (follows || added.at(-1).classList.contains("message-mine")) toEnd();
    else newer.hidden = false;
  };

  let busy = false;
  let again = false;
  const refresh = async () => {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      try {
        const response = await get();
        if (response.status === 404 || response.redirected) location.reload();
        else if (!response.ok) throw new Error(String(response.status));
        else show(await response.text());
      } catch {
        again = true;
        connection.lost();
        await connection.retry(2000);
      }
    }
    busy = false;
  };

  /* My messages that the server does not have yet. */
  const waiting = () => {
    list.querySelectorAll(".message-waiting").forEach((old) => old.remove());
    for (const { clientId, text, attachments } of outbox.of(question)) {
      const item = document.createElement("li");
      item.className = "message message-mine message-waiting";
      item.dataset.client = clientId;
      const body = document.createElement("div");
      body.className = "message-body";
      const said = document.createElement("p");
      said.className = "message-text";
      said.textContent = [text, ...attachments.map(({ name }) => name)].filter(Boolean).join("\n");
      body.append(said);
      item.append(body);
      list.insertBefore(item, typing);
    }
  };

  /* What is on the screen of someone who looks has been read; a look alone also counts: no notice need say so any more. */
  let upTo = -1;
  const read = (looks) => {
    const last = messages(list).at(-1);
    const number = last ? Number(last.dataset.message) : 0;
    if ((number > upTo || looks) && inFront()) {
      const before = upTo;
      upTo = number;
      fetch(`/questions/${question}/reading`, { method: "POST", body: new URLSearchParams({ upTo }) }).catch(() => (upTo = before));
    }
  };

  const earlier = async (link) => {
    const response = await get(new URL(link.href).search).catch(() => null);
    if (!response?.ok) return connection.lost();
    const fresh = parse(await response.text()).getElementById("conversation");
    const first = items(list)[0];
    const top = first.getBoundingClientRect().top;
    link.closest("li").remove();
    items(fresh)
      .filter((item) => !document.getElementById(item.id))
      .forEach((item) => first.before(item));
    const more = fresh.querySelector("#earlier");
    if (more) {
      list.prepend(more);
      more.querySelector("a").focus({ preventScroll: true });
    }
    /* What was being read stays where it was. */
    scrollBy({ top: first.getBoundingClientRect().top - top, behavior: "instant" });
  };

  const whole = (link) => {
    const box = document.getElementById("lightbox");
    const picture = box.querySelector("img");
    picture.src = link.href;
    picture.alt = link.querySelector("img").alt;
    box.showModal();
  };

  list.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const picture = event.target.closest(".message-picture");
    const link = event.target.closest("#earlier a");
    if (!picture && !link) return;
    event.preventDefault();
    if (picture) whole(picture);
    else earlier(link);
  });
  const lightbox = document.getElementById("lightbox");
  lightbox.addEventListener("click", ({ target }) => target === lightbox && lightbox.close());
  lightbox.addEventListener("close", () => lightbox.querySelector("img").removeAttribute("src"));
  newer.addEventListener("click", toEnd);
  addEventListener(
    "scroll",
    () => {
      following = stays();
      if (!atEnd()) return;
      leftAt = scrollY;
      newer.hidden = true;
    },
    { passive: true },
  );
  /* Who reads the last word goes on seeing it when the field grows, or somebody begins to type. */
  const grown = new ResizeObserver(() => {
    following = stays();
    if (following) toEnd();
  });
  grown.observe(list);
  if (composer) grown.observe(composer);

  let quiet;
  document.body.addEventListener(`live:typing-${question}`, ({ detail }) => {
    typing.textContent = `${detail.detail.split(" ")[0]} ${typing.dataset.text}`;
    typing.hidden = false;
    clearTimeout(quiet);
    quiet = setTimeout(() => (typing.hidden = true), 5000);
  });
  let soon;
  document.body.addEventListener(`live:question-${question}`, () => {
    clearTimeout(soon);
    soon = setTimeout(refresh, 50);
  });
  document.body.addEventListener("live:reset", refresh);
  document.body.addEventListener("outbox:changed", waiting);
  document.body.addEventListener("outbox:sent", ({ detail }) => detail.message.question === question && show(detail.html));
  document.addEventListener("visibilitychange", read);
  /* Presence and "2 minutes ago" change without anybody doing anything. */
  setInterval(() => inFront() && refresh(), 60_000);

  waiting();
  read();
  if (messages(list).length) toEnd();
  return { question, viewer, page, waiting, toEnd };
})();
