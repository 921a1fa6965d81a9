import { readFileSync, writeFileSync } from 'node:fs';
import { checks } from './browsers/checks';
import type { DrivenBrowser, KnownBrowser } from './browsers/driven-browser';
import { chromium, firefox } from './browsers/puppeteer-browsers';
import { type BrowserReport, browsersPage, type Outcome } from './browsers/report';
import { webkit } from './browsers/webkit';

/*
 * `npm run browsers -- URL`: looks at the site that is served there with every browser of this machine, and writes what it
 * saw to docs/browsers.md. A name after the URL chooses one browser, and then nothing is written.
 */

const [site = 'http://localhost:3000', only] = process.argv.slice(2);
const reports: BrowserReport[] = [];
for (const known of [chromium, firefox, webkit]) {
  if (only !== undefined && known.name.toLowerCase() !== only.toLowerCase()) continue;
  reports.push(await examine(known));
}
if (only === undefined) {
  const remarks = readFileSync('scripts/browsers/remarks.md', 'utf8');
  writeFileSync('docs/browsers.md', browsersPage(reports, new Date().toISOString().slice(0, 10), remarks));
}
if (reports.some(({ outcomes }) => outcomes.some(({ isKept }) => !isKept))) process.exitCode = 1;

async function examine({ name, note, start }: KnownBrowser): Promise<BrowserReport> {
  const browser = await start();
  if (browser === null) {
    console.log(`${name} is not on this machine`);
    return { name, note, version: null, outcomes: [] };
  }
  console.log(`${browser.version} (${note})`);
  const outcomes: Outcome[] = [];
  for (const check of checks) outcomes.push(await outcomeOf(browser, check));
  await browser.close();
  return { name, note, version: browser.version, outcomes };
}

async function outcomeOf(browser: DrivenBrowser, { promise, run }: (typeof checks)[number]): Promise<Outcome> {
  try {
    const text = await run(browser, site);
    console.log(`  ✓ ${promise}: ${text}`);
    return { promise, isKept: true, text };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    console.log(`  ✕ ${promise}: ${text.slice(0, 400)}`);
    return { promise, isKept: false, text };
  }
}
