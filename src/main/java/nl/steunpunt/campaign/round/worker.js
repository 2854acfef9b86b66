/* The round's page and what it is made of, without a network. No other page is kept. */
const roundPage = async (request) => {
  const kept = async () => (await caches.open("round")).match("/round");
  try {
    const late = new Promise((_, failed) => setTimeout(() => failed(new Error("late")), 6000));
    return await Promise.race([fetch(request), late]);
  } catch (e) {
    const page = await kept();
    if (!page) throw e;
    /* Where the installed app opens there is nothing without a network; the round there is. */
    return new URL(request.url).pathname === "/round" ? page : Response.redirect("/round");
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
