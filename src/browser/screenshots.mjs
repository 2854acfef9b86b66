// screenshots.mjs ADDRESS FOLDER ONLY: walks the demo as each of its cast, from the start page along each link, once per kind of page,
// and makes a picture of each: nl and en, desk and phone. What answers with an error, or is said on the console, ends it with exit code 1.
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import puppeteer from "puppeteer-core";
import { cast, signIn, speak } from "./demo.mjs";

const [address, folder, only] = process.argv.slice(2);
const SIZES = {
  desk: { width: 1280, height: 900 },
  phone: { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};
// One of each: Dutch in the light at a desk and in the dark on a phone, English the other way round.
const dark = (language, size) => (language === "nl") === (size === "phone");
const STRANGER = "stranger";
// The search leads on to a place: what stands on a poster.
const STRANGERS_PAGES = ["/sign-in", "/forgot-password", "/demo/intranet", "/help-button/frame", "/who-helps/open?q=gebouw%20b%203"];
// Nobody's screen is endless; what has more kinds of pages than this has links that are made up.
const MOST_PAGES = 150;

// What no link leads to, but something that is pressed; "after" puts it back for the next size and language.
const PRESSED = {
  fatima: [{ name: "round-walking", at: "/round", press: ["form[data-kind=start] button"], after: "form[data-kind=ended] button" }],
  marieke: [
    {
      name: "poster-bundle",
      at: "/posters",
      press: ["main a[href^='/posters/piece?location=']", "form[action='/poster-bundles'] button"],
      after: "form[action$='/removal'] button",
    },
  ],
  [STRANGER]: [{ name: "help-button", at: "/demo/intranet", press: [">>> button.open"] }],
};

const kind = (link) => {
  const url = new URL(link, address);
  const names = [...url.searchParams.keys()].sort().join("&");
  return url.pathname.replace(/\d+/g, "{id}").replace(/\/h\/[^/]+/, "/h/{code}") + (names && `?${names}`);
};

const wrong = [];
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

const open = async (cookie, language, size) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(SIZES[size]);
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: dark(language, size) ? "dark" : "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.setExtraHTTPHeaders({ "Accept-Language": language });
  if (cookie) {
    const [name, value] = cookie.split("=");
    await page.setCookie({ name, value, url: address, httpOnly: true });
  }
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
  return page;
};

// The event stream stays open, so the network is never idle.
const visit = async (page, link) => {
  const answer = await page.goto(new URL(link, address).href, { waitUntil: "load" });
  if (answer && answer.status() >= 400) wrong.push(`${link} answers ${answer.status()}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await new Promise((done) => setTimeout(done, 150));
};

const linksOf = (page) =>
  page.$$eval("a[href]", (links) =>
    links.filter((link) => !link.hasAttribute("download") && link.target !== "_blank").map((link) => link.getAttribute("href")),
  );

const isPage = async (link, cookie) => {
  const answer = await fetch(new URL(link, address), { headers: cookie ? { Cookie: cookie } : {}, redirect: "manual" });
  await answer.body?.cancel();
  if (answer.status >= 400) wrong.push(`${link} answers ${answer.status}`);
  const disposition = answer.headers.get("Content-Disposition") ?? "";
  return answer.status === 200 && answer.headers.get("Content-Type")?.startsWith("text/html") && !disposition.startsWith("attachment");
};

/** The addresses of this person's screens, one for each kind, as they come up along the links. */
const screens = async (cookie, start) => {
  const page = await open(cookie, "nl", "desk");
  const found = new Map();
  const waiting = [...start];
  while (waiting.length && found.size < MOST_PAGES) {
    const link = waiting.shift();
    if (found.has(kind(link))) continue;
    found.set(kind(link), null);
    if (!(await isPage(link, cookie))) continue;
    found.set(kind(link), link);
    await visit(page, link);
    for (const next of await linksOf(page)) {
      const url = new URL(next, new URL(link, address));
      if (url.origin === address && !found.has(kind(url.href))) waiting.push(url.pathname + url.search);
    }
  }
  await page.browserContext().close();
  return [...found.values()].filter(Boolean);
};

const press = async (page, button) => {
  await (await page.waitForSelector(button)).evaluate((it) => it.click());
  await new Promise((done) => setTimeout(done, 2000));
};

const nameOf = (link) => kind(link).replace(/[{}]/g, "").replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "start";

const walk = async (who, cookie, start) => {
  rmSync(path.join(folder, who), { recursive: true, force: true });
  if (cookie) await speak(address, cookie, "nl");
  const links = await screens(cookie, start);
  for (const language of ["nl", "en"]) {
    if (cookie) await speak(address, cookie, language);
    for (const size of Object.keys(SIZES)) {
      const target = path.join(folder, who, `${language}-${size}`);
      mkdirSync(target, { recursive: true });
      const page = await open(cookie, language, size);
      for (const link of links) {
        await visit(page, link);
        await page.screenshot({ path: path.join(target, `${nameOf(link)}.png`), fullPage: true });
      }
      for (const { name, at, press: buttons, after } of PRESSED[who] ?? []) {
        await visit(page, at);
        for (const button of buttons) await press(page, button);
        await page.screenshot({ path: path.join(target, `${name}.png`), fullPage: true });
        if (after) await press(page, after);
      }
      await page.browserContext().close();
    }
  }
  console.log(`${who}: ${links.length + (PRESSED[who]?.length ?? 0)} screens`);
};

try {
  const people = (await cast(address)).map((email) => email.split(/[.@]/)[0]);
  for (const who of [...people, STRANGER].filter((name) => !only || name === only.toLowerCase())) {
    const cookie = who === STRANGER ? null : await signIn(address, who);
    await walk(who, cookie, who === STRANGER ? STRANGERS_PAGES : ["/"]);
  }
} finally {
  await browser.close();
}
console.log(`The pictures lie in ${folder}.`);
[...new Set(wrong)].forEach((line) => console.error(line));
process.exitCode = wrong.length ? 1 : 0;
