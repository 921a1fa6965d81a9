import type { Page } from '@playwright/test';
import { basePath, expect, isListening, openLesson, playground, runProgram, test } from './fixtures';
import { setProgram } from './playground-editor';

/* After one visit a lesson works without a network. */

test.use({ serviceWorkers: 'allow', expectedOffences: /ERR_INTERNET_DISCONNECTED|Failed to fetch|503.*zh.lessons.locks/ });

test('a lesson, its editor and its runtime work offline after one visit', async ({ page, context }) => {
  await openLesson(page, 'first-process');
  await isListening(page);
  // For a tab that was opened and left alone nothing is kept.
  await page.mouse.wheel(0, 100);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const isKept = () => page.evaluate(async () => (await caches.match(location.href, { ignoreVary: true })) !== undefined);
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true);
  await expect.poll(() => filesLeft(page), { timeout: 30_000 }).toBe(0);
  // The box is loaded once for what is run later.
  await expect(page.locator('iframe[src*="box.html"]')).toHaveCount(1);

  await context.setOffline(true);
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const card = playground(page);
  expect(await runProgram(card)).toBe('exited 0');
  await card.getByRole('button', { name: 'Edit' }).or(card.locator('.pg-editor, .pg-plain')).first().click();
  await setProgram(card, 'console.log("changed offline");');
  expect(await runProgram(card)).toBe('exited 0');

  await page.goto(`${basePath}/zh/lessons/locks`);
  await expect(page.getByRole('heading', { name: '现在没有网络' })).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('锁');
});

/** How many files of the build the service worker has not kept yet. */
function filesLeft(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const worker = await (await fetch(active?.scriptURL ?? '')).text();
    const files = new Set(worker.match(/[^"]*\/_next\/static\/[^"]+\.\w+/g));
    for (const { url } of await (await caches.open('build')).keys()) files.delete(new URL(url).pathname);
    return files.size;
  });
}
