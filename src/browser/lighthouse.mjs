// lighthouse.mjs ADDRESS RUNS REPORT: opens the pages of which a number is promised, each as who uses it, and prints a table of medians.
// An empty REPORT writes no file. Lighthouse's own phone: 412 wide, four times slower processor, slow 4G, all simulated.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { computeMedianRun } from "lighthouse/core/lib/median-run.js";
import { signIn } from "./demo.mjs";

const [address, wantedRuns, report] = process.argv.slice(2);
const runs = Number(wantedRuns);
const MUST = { performance: 90, accessibility: 100, "best-practices": 100 };
const AIM = 95;

const firstQuestion = async (cookie) => {
  const page = await (await fetch(`${address}/`, { headers: { Cookie: cookie } })).text();
  const found = page.match(/href="(\/questions\/\d+)"/);
  if (!found) throw new Error("the start page shows no question");
  return found[1];
};

const asker = await signIn(address, "sanne");
const powerUser = await signIn(address, "fatima");
const pages = [
  { name: "start", path: "/", cookie: asker },
  { name: "who helps me", path: "/who-helps", cookie: asker },
  { name: "question", path: await firstQuestion(asker), cookie: asker },
  { name: "round", path: "/round", cookie: powerUser },
];

/* A server that has just started compiles its own code on the cores that the browser runs on. */
for (const { path, cookie } of pages) {
  for (let time = 0; time < 100; time++) await (await fetch(`${address}${path}`, { headers: { Cookie: cookie } })).text();
}

const measure = async ({ path, cookie }) => {
  const results = [];
  for (let run = 0; run < runs; run++) {
    const chrome = await chromeLauncher.launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
    try {
      const { lhr } = await lighthouse(`${address}${path}`, {
        port: chrome.port,
        logLevel: "error",
        onlyCategories: Object.keys(MUST),
        extraHeaders: { Cookie: cookie },
        /* The stream of events stays open, so the network is never quiet: that would be waited for 45 seconds, for each page. */
        maxWaitForLoad: 12_000,
      });
      if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
      if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
      results.push(lhr);
    } finally {
      await chrome.kill();
    }
  }
  return results;
};

const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = (lhr, audit) => `${(lhr.audits[audit].numericValue / 1000).toFixed(1)} s`;
const failed = (results) => [
  ...new Set(
    results.flatMap((lhr) =>
      ["accessibility", "best-practices"].flatMap((category) =>
        lhr.categories[category].auditRefs
          .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
          .map(({ id }) => id),
      ),
    ),
  ),
];

const lines = [
  "| page | performance, each run | median | accessibility | best practices | first paint | largest paint | blocked | shift | |",
  "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
];
console.log(lines.join("\n"));
let holds = true;
for (const page of pages) {
  const results = await measure(page);
  const middle = computeMedianRun(results);
  const medians = Object.fromEntries(
    Object.keys(MUST).map((category) => [category, median(results.map((lhr) => score(lhr, category)))]),
  );
  const short = Object.keys(MUST).filter((category) => medians[category] < MUST[category]);
  holds &&= short.length === 0;
  const verdict = short.length ? `**${short.join(", ")} short**` : medians.performance < AIM ? "holds, below the aim" : "holds";
  const line = [
    page.name,
    results.map((lhr) => score(lhr, "performance")).join(" "),
    medians.performance,
    medians.accessibility,
    medians["best-practices"],
    seconds(middle, "first-contentful-paint"),
    seconds(middle, "largest-contentful-paint"),
    `${Math.round(middle.audits["total-blocking-time"].numericValue)} ms`,
    middle.audits["cumulative-layout-shift"].numericValue.toFixed(3),
    [verdict, ...failed(results)].join(", "),
  ];
  lines.push(`| ${line.join(" | ")} |`);
  console.log(lines.at(-1));
}

if (report) {
  const lighthouseVersion = JSON.parse(readFileSync("node_modules/lighthouse/package.json")).version;
  const chromium = execFileSync(process.env.CHROME_PATH, ["--version"]).toString().trim();
  writeFileSync(
    report,
    `# Lighthouse

\`bin/lighthouse\` on ${new Date().toISOString().slice(0, 10)}: Lighthouse ${lighthouseVersion}, ${chromium}, its phone profile with simulated throttling, median of ${runs} runs;
${os.cpus().length} cores (${os.cpus()[0].model.trim()}), load ${os.loadavg()[0].toFixed(1)} at the end. Start, who helps and question as Sanne of the demo, round as Fatima.
Asked: performance ${MUST.performance} (aim ${AIM}), accessibility ${MUST.accessibility}, best practices ${MUST["best-practices"]}.

${lines.join("\n")}
`,
  );
}
process.exitCode = holds ? 0 : 1;
