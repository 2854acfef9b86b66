/*
 * What was tapped on a round and has not arrived, in IndexedDB: for the page, and for the service worker when the network
 * returns. Each tap has a number of its own, so that sending it again changes nothing. Of more than one person when a phone
 * changes hands: each page, and each sending, knows of one.
 */
self.roundQueue = (() => {
  const MOST = 50;
  const PATIENCE = 20_000;
  const of = (request) =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });

  let opened;
  const open = () =>
    (opened ??= new Promise((done, failed) => {
      const request = indexedDB.open("steunpunt-round", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("taps", { keyPath: "id" }).createIndex("person", "person");
      request.onsuccess = () => {
        request.result.onversionchange = () => request.result.close();
        done(request.result);
      };
      request.onerror = () => failed(request.error);
    }).catch((e) => {
      opened = undefined;
      throw e;
    }));

  const store = async (mode) => (await open()).transaction("taps", mode, { durability: "strict" }).objectStore("taps");
  /* Done when it is on the disk, not when it was asked. */
  const write = async (work) => {
    const taps = await store("readwrite");
    work(taps);
    await new Promise((done, failed) => {
      taps.transaction.oncomplete = done;
      taps.transaction.onabort = () => failed(taps.transaction.error);
    });
  };

  const all = async (person) => (await of((await store("readonly")).index("person").getAll(person))).sort((a, b) => a.order - b.order);
  const put = (...taps) => write((kept) => taps.forEach((tap) => kept.put(tap)));
  /* Where they still are: another tab may have taken one back meanwhile. */
  const mark = (batch, change) =>
    write((kept) =>
      batch.forEach(({ id }) => {
        const there = kept.get(id);
        there.onsuccess = () => there.result && kept.put({ ...there.result, ...change(id) });
      }),
    );
  const remove = (...ids) => write((kept) => ids.forEach((id) => kept.delete(id)));
  const people = async () => [...new Set((await of((await store("readonly")).getAll())).filter((tap) => tap.state === "waiting").map((tap) => tap.person))];

  const channel = "BroadcastChannel" in self ? new BroadcastChannel("round") : null;
  const tell = () => {
    channel?.postMessage("changed");
    self.dispatchEvent(new Event("round:changed"));
  };

  /* One at a time over all tabs and the worker; without locks (plain http) over this page. */
  let last = Promise.resolve();
  const alone = (work) => (navigator.locks ? navigator.locks.request("round-sending", work) : (last = last.then(work, work)));

  const post = (person, batch) => {
    const { id, startedAt, places } = batch[0].round;
    return fetch("/round/sending", {
      method: "POST",
      redirect: "manual",
      cache: "no-store",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ person: Number(person), round: { id, startedAt, places, taps: batch.flatMap(({ tap }) => tap ?? []) } }),
      signal: AbortSignal.timeout(PATIENCE),
    });
  };

  const send = (person) =>
    alone(async () => {
      let most = MOST;
      for (;;) {
        const waiting = (await all(person)).filter(({ state }) => state === "waiting");
        if (waiting.length === 0) return "sent";
        let batch = waiting.slice(0, most);
        const other = batch.findIndex(({ round }) => round.id !== batch[0].round.id);
        if (other > 0) batch = batch.slice(0, other);
        await mark(batch, () => ({ tried: true }));
        let response;
        try {
          response = await post(person, batch);
        } catch {
          return "offline";
        }
        if (response.type === "opaqueredirect" || response.status === 401) return "signed-out";
        if (response.status === 409) return "other";
        if (response.status === 200) {
          const { taps } = await response.json();
          const refused = new Map(taps.filter(({ kept }) => !kept).map(({ id, detail }) => [id, detail]));
          await mark(batch, (id) => (refused.has(id) ? { state: "refused", reason: refused.get(id) } : { state: "sent", sentAt: Date.now() }));
        } else if ([400, 413, 422].includes(response.status)) {
          /* One of them is not understood: by itself, it holds no other up. */
          if (batch.length > 1) {
            most = 1;
            continue;
          }
          const { detail } = await response.json().catch(() => ({}));
          await mark(batch, () => ({ state: "refused", reason: detail ?? "" }));
        } else {
          return "later";
        }
        tell();
      }
    });

  return { all, put, remove, people, send, tell, channel };
})();
