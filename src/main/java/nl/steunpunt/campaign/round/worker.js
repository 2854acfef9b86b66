/* The round's page and what it is made of, without a network. No other page is kept. */
const roundPage = async (request) => {
  const kept = async () => (await caches.open("round")).match("/round");
  const round = new URL(request.url).pathname === "/round";
  const answer = fetch(request);
  /* A network that is hardly there is none; for other pages one waits as always. */
  const late = new Promise((_, failed) => round && setTimeout(() => failed(new Error("late")), 6000));
  try {
    const response = await Promise.race([answer, late]);
    /* A server that starts again is no network either. */
    return round && response.status >= 500 ? ((await kept()) ?? response) : response;
  } catch (e) {
    const page = await kept();
    if (!page) return answer;
    /* Where the installed app opens there is nothing without a network; the round there is. */
    return round ? page : Response.redirect("/round");
  }
};
const roundPart = async (request) => (await (await caches.open("round")).match(request)) ?? fetch(request);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (["/round", "/", "/inbox"].includes(pathname)) event.respondWith(roundPage(request));
  } else if (pathname.startsWith("/assets/") || pathname === "/brand.css" || pathname === "/brand/logo") {
    event.respondWith(roundPart(request));
  }
});

/* The network is back while no page is open. */
self.addEventListener("sync", (event) => {
  if (event.tag !== "round") return;
  event.waitUntil(
    (async () => {
      for (const person of await roundQueue.people()) {
        const how = await roundQueue.send(person);
        if (how === "offline" || how === "later") throw new Error(how);
      }
    })(),
  );
});
