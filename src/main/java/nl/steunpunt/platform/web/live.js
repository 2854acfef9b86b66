/* Says in words that there is no connection, once that has lasted long enough to matter. */
const connection = (() => {
  const line = document.getElementById("offline");
  let later;
  return {
    lost() {
      later ??= setTimeout(() => (line.textContent = line.dataset.text), 1500);
    },
    back() {
      clearTimeout(later);
      later = undefined;
      line.textContent = "";
    },
    /* Resolves after a while, or as soon as the browser has a network again or the page comes in front. */
    retry(milliseconds, signal) {
      return new Promise((resume) => {
        const on = () => {
          clearTimeout(timer);
          removeEventListener("online", on);
          document.removeEventListener("visibilitychange", on);
          signal?.removeEventListener("abort", on);
          resume();
        };
        const timer = setTimeout(on, milliseconds * (0.5 + Math.random()));
        addEventListener("online", on);
        document.addEventListener("visibilitychange", on);
        signal?.addEventListener("abort", on);
      });
    },
  };
})();

/*
 * One event stream for all tabs of a browser: the tab that holds the lock reads it and passes every
 * event on to the others. Browsers allow six connections to one host; eight tabs must not use them up.
 * An event reaches the page as a DOM event on the body: "live:question" with {subject, detail}.
 * "live:reset" says that the page may have missed something and must be read anew.
 */
if (document.body.dataset.viewer) {
  const viewer = document.body.dataset.viewer;
  const name = "live-" + viewer;
  /* The server says something every 20 seconds; a connection that says nothing for longer is a dead one. */
  const SILENCE = 45_000;
  /* For this long the reading tab can repeat what a page that was just loading did not hear. */
  const REPEATED = 30_000;

  const channel = new BroadcastChannel(name);
  const seen = new Set();
  const recent = [];
  let position = document.body.dataset.position;
  let reading = null;
  let asleep = false;
  let over = false;
  let heardAt = Date.now();
  let silentFor = 0;

  const tell = ({ event, kind, subject, detail }) => {
    if (event) {
      if (seen.has(event)) return;
      seen.add(event);
      if (seen.size > 500) seen.delete(seen.values().next().value);
    }
    document.body.dispatchEvent(new CustomEvent("live:" + kind, { detail: { subject, detail } }));
    document.body.dispatchEvent(new CustomEvent(`live:${kind}-${subject}`, { detail: { subject, detail } }));
  };

  const hear = (news) => {
    if (news.position) position = news.position;
    if (news.kind) tell(news);
    if (news.connected === true) connection.back();
    if (news.connected === false) connection.lost();
    if (news.over && !over) {
      /* Signed out, here or in another tab: what is on the screen must not stay there. */
      over = true;
      location.reload();
    }
  };

  channel.onmessage = ({ data }) => {
    silentFor = 0;
    if (data.asks) recent.filter(({ at }) => at > Date.now() - REPEATED).forEach(({ news }) => channel.postMessage(news));
    else hear(data);
  };

  const pass = (news) => {
    channel.postMessage(news);
    hear(news);
    if (news.event) {
      recent.push({ at: Date.now(), news });
      if (recent.length > 100) recent.shift();
    }
  };

  const frame = (text) => {
    let kind = "";
    let data = "";
    let id = "";
    for (const line of text.split("\n")) {
      if (line.startsWith("event:")) kind = line.slice(6).trim();
      else if (line.startsWith("data:")) data += line.slice(5);
      else if (line.startsWith("id:")) id = line.slice(3).trim();
    }
    if (kind === "reset" || kind === "hello") pass({ kind, subject: 0 });
    else if (data) pass(JSON.parse(data));
    /* Last: a tab that takes over must not skip what this one did not get to pass on. */
    if (id) pass({ position: id });
  };

  /* EventSource cannot send a position it did not get itself, and gives up after some errors; so we read the stream. */
  const read = async (turn) => {
    let wait = 500;
    while (!turn.aborted && !over) {
      const attempt = new AbortController();
      const stop = () => attempt.abort();
      turn.addEventListener("abort", stop);
      reading = attempt;
      let watch = setTimeout(stop, SILENCE);
      try {
        const response = await fetch("/events", {
          headers: position ? { Accept: "text/event-stream", "Last-Event-ID": position } : { Accept: "text/event-stream" },
          cache: "no-store",
          signal: attempt.signal,
        });
        if (response.status === 401 || response.redirected || (response.ok && response.headers.get("Steunpunt-Person") !== viewer)) {
          pass({ over: true });
          return;
        }
        if (!response.ok) throw new Error(String(response.status));
        pass({ connected: true });
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = "";
        for (;;) {
          const { value, done } = await reader.read();
          if (done) break;
          wait = 500;
          heardAt = Date.now();
          clearTimeout(watch);
          watch = setTimeout(stop, SILENCE);
          channel.postMessage({});
          rest += value;
          const frames = rest.split("\n\n");
          rest = frames.pop();
          frames.forEach(frame);
        }
      } catch {
        if (!turn.aborted) pass({ connected: false });
      } finally {
        clearTimeout(watch);
        turn.removeEventListener("abort", stop);
        reading = null;
      }
      if (!turn.aborted) await connection.retry(wait, turn);
      wait = Math.min(wait * 2, 15_000);
    }
  };

  /* This tab's place in the queue for the stream, and its turn once it has it. */
  let turn;
  const queue = (steal) => {
    turn?.abort();
    if (asleep || over) return;
    const mine = (turn = new AbortController());
    const held = navigator.locks
      ? navigator.locks.request(name, steal ? { steal } : { signal: mine.signal }, () => read(mine.signal))
      : read(mine.signal);
    held
      .catch(() => {}) /* given up, or taken over by another tab */
      .then(() => {
        mine.abort();
        if (turn === mine) queue(false);
      });
  };

  const sleep = () => {
    asleep = true;
    turn?.abort();
  };
  const wake = () => {
    if (!asleep) return;
    asleep = false;
    silentFor = 0;
    queue(false);
    tell({ kind: "reset", subject: 0 });
  };
  /* A page that the browser sets aside must not keep the stream from the others. */
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", ({ persisted }) => persisted && wake());
  document.addEventListener("freeze", sleep);
  document.addEventListener("resume", wake);

  /* After a laptop's sleep or in another network the connection looks alive and is not. */
  const doubt = (patience) => reading && Date.now() - heardAt > patience && reading.abort();
  addEventListener("online", () => doubt(0));
  addEventListener("offline", () => connection.lost());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && doubt(25_000));

  /* A tab that reads and was stopped by its browser says nothing: another one takes over. */
  setInterval(() => {
    if (!navigator.locks || reading || asleep || document.visibilityState !== "visible") silentFor = 0;
    else if (++silentFor > 3) {
      silentFor = 0;
      queue(true);
    }
  }, 15_000);

  queue(false);
  channel.postMessage({ asks: true });
}
