/*
 * Notices in this browser: allowed by one tap on the page of settings. Elsewhere what was allowed is kept going after signing in
 * again, and ends when somebody signs out or another signs in.
 */
(() => {
  const viewer = document.body.dataset.viewer;
  const section = document.querySelector("[data-push-key]");
  const can = "serviceWorker" in navigator && "PushManager" in self && "Notification" in self;
  const bytes = (base64) => Uint8Array.from(atob(base64.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const isFor = (subscription, key) => {
    const given = subscription.options?.applicationServerKey;
    return !given || btoa(String.fromCharCode(...new Uint8Array(given))) === btoa(String.fromCharCode(...bytes(key)));
  };

  const subscription = async (key) => {
    await navigator.serviceWorker.register("/worker.js");
    const { pushManager } = await navigator.serviceWorker.ready;
    const before = await pushManager.getSubscription();
    if (before && isFor(before, key)) return before;
    await before?.unsubscribe();
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  };

  const forget = async () => {
    if (!memory.get("push-person")) return;
    memory.set("push-person");
    memory.set("push-key");
    const registration = await navigator.serviceWorker?.getRegistration();
    await (await registration?.pushManager?.getSubscription())?.unsubscribe();
  };

  document.addEventListener("submit", ({ target }) => {
    if (target.getAttribute("action") === "/sign-out" || target.matches("[data-push-here]")) forget().catch(() => {});
  });
  if (viewer && memory.get("push-person") && memory.get("push-person") !== viewer) forget().catch(() => {});

  /* The permission last: asking for it holds the page up by some milliseconds. */
  const isMine = () => viewer && can && memory.get("push-person") === viewer && Notification.permission === "granted";

  /* What is on the screen need not stand among the notices any more: the worker takes it away, in its turn. */
  const tidy = async () => {
    if (!isMine() || document.visibilityState !== "visible") return;
    const registration = await navigator.serviceWorker.getRegistration();
    registration?.active?.postMessage({ seen: location.pathname });
  };
  document.addEventListener("visibilitychange", () => tidy().catch(() => {}));
  tidy().catch(() => {});

  /*
   * Once in each tab: the sign-in may be another than the one in which it was allowed. pushKeeping stands after this in the
   * script, and is not there before something was waited for.
   */
  const keepGoing = async () => {
    const key = section?.dataset.pushKey ?? memory.get("push-key");
    if (!isMine() || !key || sessionStorage.getItem("push-said") === key) return;
    const allowed = await subscription(key);
    await self.pushKeeping.renew(allowed);
    memory.set("push-key", key);
    sessionStorage.setItem("push-said", key);
  };
  keepGoing().catch(() => {});

  if (!section) return;

  const show = () => {
    const state = !isSecureContext
      ? "insecure"
      : !can
        ? "unsupported"
        : Notification.permission === "denied"
          ? "denied"
          : section.dataset.pushOn && Notification.permission === "granted"
            ? "on"
            : "off";
    section.querySelectorAll("[data-push-state]").forEach((part) => (part.hidden = part.dataset.pushState !== state));
  };

  const form = section.querySelector("[data-push-form]");
  const trouble = section.querySelector("[data-push-trouble]");
  const button = form.querySelector("button");
  button.addEventListener("click", async () => {
    trouble.textContent = "";
    button.disabled = true;
    try {
      if ((await Notification.requestPermission()) !== "granted") return;
      const fields = self.pushKeeping.fields(await subscription(section.dataset.pushKey));
      Object.entries(fields).forEach(([name, value]) => (form.elements[name].value = value));
      memory.set("push-person", viewer);
      memory.set("push-key", section.dataset.pushKey);
      sessionStorage.setItem("push-said", section.dataset.pushKey);
      form.requestSubmit();
    } catch {
      trouble.textContent = trouble.dataset.text;
    } finally {
      button.disabled = false;
      show();
    }
  });
  show();
})();
