import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { chromiumArguments } from '../scripts/find-chromium';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...chromiumArguments] });
const link = /http\S+/.exec(readFileSync('/tmp/eye/link', 'utf8'))![0];
{ // link on a phone, zh dark
  const c = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark', locale: 'zh-CN' });
  const page = await c.newPage();
  await page.goto(link.replace('/en/', '/zh/'));
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/eye/link-phone.png' });
  await page.getByRole('button', { name: /运行/ }).first().tap();
  await page.waitForTimeout(2500);
  await page.screenshot({ path: '/tmp/eye/link-phone-run.png' });
  await c.close();
}
{ // 404 and head of pages
  const c = await browser.newContext({ viewport: { width: 1180, height: 800 } });
  const page = await c.newPage();
  for (const p of ['/en/nothing', '/zh/nothing', '/nothing']) { const r = await page.goto('http://localhost:3111' + p); console.log(p, r!.status(), await page.title()); await page.screenshot({ path: `/tmp/eye/404${p.replaceAll('/', '-')}.png` }); }
  for (const p of ['/en', '/zh', '/en/lessons/pipe', '/zh/lessons/pipe', '/en/playground', '/en/reference', '/zh/reference/multiprocessing/pool']) {
    const r = await page.goto('http://localhost:3111' + p);
    console.log(p, r!.status(), await page.evaluate(() => [document.title, ...[...document.querySelectorAll('meta[name=description],meta[property^="og:"],link[rel=canonical],link[rel=alternate]')].map((e) => (e.getAttribute('name') ?? e.getAttribute('property') ?? e.getAttribute('rel')) + (e.getAttribute('hreflang') ? '[' + e.getAttribute('hreflang') + ']' : '') + '=' + (e.getAttribute('content') ?? e.getAttribute('href')))].join('\n   ')));
  }
  await c.close();
}
await browser.close();
