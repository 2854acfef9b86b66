/* Notices: shown as they come, one for each conversation; a tap leads to it. */
const noticePath = (path) => (/^\/(?![/\\])/.test(path ?? "") ? path : "/");
const noticePages = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });
const isOpenAt = (page, path) => new URL(page.url).pathname === path;

/*
 * One thing with notices at a time. Chromium holds what it has stored against what is on the screen whenever somebody asks for the
 * notices: one that is stored and not on the screen yet it takes for closed, forgets it, and a tap on it leads nowhere.
 */
let noticesDone = Promise.resolve();
const inTurn = (work) => {
  const mine = noticesDone.then(work);
  noticesDone = mine.catch(() => {});
  return mine;
};

const showNotice = async (news) => {
  const path = noticePath(news.path);
  /* It is in front of them: they see it there. */
  if ((await noticePages()).some((page) => page.focused && path !== "/" && news.tag !== "test" && isOpenAt(page, path))) return;
  await self.registration.showNotification(news.title ?? "Steunpunt", {
    body: news.body ?? "",
    tag: news.tag ?? "news",
    icon: "/assets/for-a-notice/icon-192.png",
    data: { path },
  });
};

self.addEventListener("push", (event) => {
  let news = {};
  try {
    news = event.data.json();
  } catch {
    /* Nothing that is ours: a browser wants something shown all the same. */
  }
  event.waitUntil(inTurn(() => showNotice(news)));
});

/* A page was looked at. */
const tidyNotices = async (path) => {
  const notices = await self.registration.getNotifications();
  notices.filter(({ data }) => data?.path === path).forEach((notice) => notice.close());
};

self.addEventListener("message", (event) => {
  const path = event.data?.seen;
  if (typeof path === "string") event.waitUntil(inTurn(() => tidyNotices(path)));
});

const openNotice = async (path) => {
  const pages = await noticePages();
  const page = pages.find((one) => isOpenAt(one, path)) ?? pages[0];
  if (!page) return self.clients.openWindow(path);
  /* A page that this worker does not control cannot be led elsewhere. */
  const there = isOpenAt(page, path) ? page : await page.navigate(path).catch(() => null);
  return there ? there.focus() : self.clients.openWindow(path);
};

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openNotice(noticePath(event.notification.data?.path)).catch(() => {}));
});

/* Its push service gave this browser another address. */
self.addEventListener("pushsubscriptionchange", (event) => {
  const options = event.oldSubscription?.options;
  const fresh = event.newSubscription ? Promise.resolve(event.newSubscription) : options && self.registration.pushManager.subscribe(options);
  if (fresh) event.waitUntil(fresh.then(self.pushKeeping.renew).catch(() => {}));
});
