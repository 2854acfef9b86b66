/*
 * Messages on their way. Each is kept in this browser until the server has it, under a number made
 * here: one that did arrive and is sent again shows once. Any page sends what another left behind.
 */
const outbox = (() => {
  const PREFIX = `outbox-${document.body.dataset.viewer}-`;
  const unkept = new Map();
  const busy = new Set();
  let over = false;

  const say = (what, detail) => document.body.dispatchEvent(new CustomEvent("outbox:" + what, { detail, cancelable: true }));

  const all = () => {
    const kept = [...unkept.values()];
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(PREFIX)) kept.push(JSON.parse(localStorage.getItem(key)));
      }
    } catch {
      /* No storage: what is in memory goes. */
    }
    return kept.sort((one, other) => one.at - other.at);
  };
  const of = (question) => all().filter((message) => message.question === question);

  const add = (message) => {
    try {
      localStorage.setItem(PREFIX + message.clientId, JSON.stringify(message));
    } catch {
      unkept.set(message.clientId, message);
    }
    flush(message.question);
  };
  const drop = ({ clientId }) => {
    unkept.delete(clientId);
    try {
      localStorage.removeItem(PREFIX + clientId);
    } catch {
      /* It was never there. */
    }
  };

  const post = ({ question, clientId, text, attachments }) => {
    const body = new FormData();
    body.append("clientId", clientId);
    body.append("text", text);
    attachments.forEach(({ id }) => body.append("attachments", id));
    const given = new AbortController();
    const timer = setTimeout(() => given.abort(), 30_000);
    return fetch(`/questions/${question}/messages`, {
      method: "POST",
      headers: { "HX-Request": "true" },
      body,
      signal: given.signal,
    }).finally(() => clearTimeout(timer));
  };

  /* In order: what was typed first arrives first. */
  const send = async (question) => {
    let wait = 1000;
    for (let message; (message = of(question)[0]); ) {
      try {
        const response = await post(message);
        if (response.status === 401 || response.redirected) {
          /* Signed out: it goes after signing in again. */
          over = true;
          location.reload();
          return;
        }
        if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
        const html = await response.text();
        drop(message);
        connection.back();
        wait = 1000;
        if (response.ok) say("sent", { message, html });
        else if (say("refused", { message, html })) leave(message);
      } catch {
        connection.lost();
        await connection.retry(wait);
        wait = Math.min(wait * 2, 15_000);
      }
    }
  };

  /* Refused while its page is not open: the text waits there as a draft. */
  const leave = ({ question, text }) => {
    try {
      localStorage.setItem(`draft-${document.body.dataset.viewer}-question-${question}`, JSON.stringify({ text }));
    } catch {
      /* Nowhere to leave it. */
    }
  };

  /* One tab at a time sends for a question. */
  const flush = (question) => {
    if (over || busy.has(question)) return;
    busy.add(question);
    const job = () => send(question);
    const done = navigator.locks ? navigator.locks.request(PREFIX + question, job) : job();
    done.finally(() => {
      busy.delete(question);
      if (of(question).length) flush(question);
    });
  };
  const flushAll = () => new Set(all().map(({ question }) => question)).forEach(flush);

  if (document.body.dataset.viewer) {
    addEventListener("storage", ({ key }) => key?.startsWith(PREFIX) && say("changed"));
    addEventListener("online", flushAll);
    /* After the page's own scripts, which must hear what becomes of it. */
    addEventListener("load", flushAll);
  }
  return { add, of };
})();
