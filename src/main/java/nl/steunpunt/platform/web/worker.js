/* The product's one service worker: each room that needs one has its part in a worker.js of its own. */
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
