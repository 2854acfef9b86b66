/* What the server is told of a browser that may show notices: the page says it, and the service worker when it changes. */
self.pushKeeping = (() => {
  const fields = (subscription) => {
    const { endpoint, keys } = subscription.toJSON();
    return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
  };
  const renew = (subscription) =>
    fetch("/account/notices/browsers/renewal", {
      method: "POST",
      redirect: "manual",
      credentials: "same-origin",
      body: new URLSearchParams(fields(subscription)),
    });
  return { fields, renew };
})();
