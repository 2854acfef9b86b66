/*
 * One event stream for all tabs of a browser: the tab that holds the lock reads it and passes every
 * event on to the others. Browsers allow six connections to one host; eight tabs must not use them up.
 * An event reaches the page as a DOM event on the body: "live:question" with {subject, detail}.
 */
if (document.body.dataset.viewer) {
  const channel = new BroadcastChannel("live-" + document.body.dataset.viewer);
  const seen = new Set();
  let position = "";

  const tell = ({ event, kind, subject, detail }) => {
    if (event) {
      if (seen.has(event)) return;
      seen.add(event);
      if (seen.size > 500) seen.delete(seen.values().next().value);
    }
    document.body.dispatchEvent(new CustomEvent("live:" + kind, { detail: { subject, detail } }));
    document.body.dispatchEvent(new CustomEvent(`live:${kind}-${subject}`, { detail: { subject, detail } }));
  };

  channel.onmessage = ({ data }) => {
    if (data.position) position = data.position;
    if (data.kind) tell(data);
  };

  const pass = (data) => {
    channel.postMessage(data);
    if (data.kind) tell(data);
  };

  /* EventSource cannot send the position it did not get itself, and gives up after some errors; so we read the stream. */
  const read = async () => {
    let wait = 500;
    for (;;) {
      try {
        const response = await fetch("/events", {
          headers: position ? { Accept: "text/event-stream", "Last-Event-ID": position } : { Accept: "text/event-stream" },
          cache: "no-store",
        });
        if (response.status === 401 || response.redirected) return;
        if (!response.ok) throw new Error(String(response.status));
        wait = 500;
        document.body.classList.remove("is-offline");
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = "";
        for (;;) {
          const { value, done } = await reader.read();
          if (done) break;
          rest += value;
          const frames = rest.split("\n\n");
          rest = frames.pop();
          frames.forEach(frame);
        }
      } catch {
        document.body.classList.add("is-offline");
      }
      await new Promise((resume) => setTimeout(resume, wait * (0.5 + Math.random())));
      wait = Math.min(wait * 2, 15000);
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
    if (id) {
      position = id;
      channel.postMessage({ position });
    }
    if (kind === "reset" || kind === "hello") pass({ kind, subject: 0 });
    else if (data) pass(JSON.parse(data));
  };

  if (navigator.locks) navigator.locks.request("live-" + document.body.dataset.viewer, read);
  else read();
}
