import { chromium } from 'playwright-core';
import { chromiumArguments } from '../scripts/find-chromium';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...chromiumArguments] });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
await context.grantPermissions(['clipboard-read', 'clipboard-write']);
const page = await context.newPage();
page.on('console', (m) => { if (m.type() === 'error') console.log('console error', m.text()); });
page.on('pageerror', (e) => console.log('pageerror', e.message));
const shot = (n: string) => page.screenshot({ path: `/tmp/eye/${n}.png` });
await page.goto('http://localhost:3111/en/playground');
await shot('pg0');
// choose an example
const pick = page.getByRole('combobox').first();
console.log(await pick.count(), await page.getByRole('button').allInnerTexts());
await shot('pg1');
await page.getByRole('button', { name: 'Share this code, or take it along' }).first().click();
await page.waitForTimeout(600);
await shot('share');
await page.getByRole('button', { name: 'Copy the link' }).click();
const link = await page.evaluate(() => navigator.clipboard.readText());
console.log(link.length, link.slice(0, 100));
await page.getByRole('img', { name: 'The link as a QR code' }).screenshot({ path: '/tmp/eye/qr.png' });
for (const [name, file] of [[/Download main.ts/, 'main.ts'], [/as a project/, 'project.zip']] as const) {
  const [d] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  await d.saveAs('/tmp/eye/' + file);
  console.log(d.suggestedFilename());
}
await browser.close();
