import type { Page } from '@playwright/test';
import { basePath, expect, logOf, playground, runProgram, test } from './fixtures';
import { setProgram } from './playground-editor';
import { type LoggingServer, openServer, siteServer } from './fixtures/logging-server';
import { probes } from './sandbox-probes';

/* The site on a host that cannot set headers: a service worker isolates its pages, and the box is a text of the page. */

let site: LoggingServer;
let other: LoggingServer;

test.beforeAll(async ({ baseURL }) => {
  [site, other] = await Promise.all([siteServer(baseURL ?? '', { withHeaders: false }), openServer()]);
});
test.afterAll(async () => {
  await Promise.all([site.close(), other.close()]);
});

// Refusals by the policies are reported on the console; here they are what is wanted.
// A trace evaluates scripts in the page, as if a reader had done something there.
test.use({
  trace: 'off',
  serviceWorkers: 'allow',
  expectedOffences: /Content Security Policy|localhost|Failed to load|Failed to fetch/,
});

async function openIsolated(page: Page, path: string): Promise<void> {
  await page.goto(`${site.origin}${path}`);
  // The page loads itself once more, when the worker has what it needs.
  await page.waitForEvent('load', { timeout: 30_000 });
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
}

test('a lesson runs after its page has loaded itself once more', async ({ page, context }) => {
  let loads = 0;
  page.on('load', () => loads++);
  await openIsolated(page, '/en/lessons/first-process');
  expect(await runProgram(playground(page))).toBe('exited 0');
  expect(loads).toBe(2);
  // The next page is isolated from the start.
  await page.goto(`${site.origin}/zh/lessons/waiting-and-exit-codes`);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  await playground(page).getByRole('button', { name: /^运行/ }).click();
  await expect(playground(page).getByTestId('pg-phase')).toContainText('已退出');
  await context.setOffline(true);
  await page.goto(`${site.origin}${basePath}/en/lessons/first-process`);
  expect(await runProgram(playground(page))).toBe('exited 0');
});

test('a reader who has begun is asked, not interrupted', async ({ page }) => {
  // The worker is there before a hand could reach the mouse; this one is slower than the reader.
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const { serviceWorker } = navigator;
    const hasBegun = new Promise((resolve) => window.addEventListener('click', resolve, { once: true }));
    const register = serviceWorker.register.bind(serviceWorker);
    serviceWorker.register = async (...script) => {
      await hasBegun;
      return register(...script);
    };
  });
  await page.goto(`${site.origin}/en/lessons/first-process`);
  await playground(page).getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'once this page has been loaded again' })).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => page.evaluate(() => window.crossOriginIsolated).catch(() => false)).toBe(true);
});

test('programs stay in the box', async ({ page }) => {
  test.setTimeout(180_000);
  await openIsolated(page, '/en/playground');
  const card = playground(page);
  for (const { name, source } of probes(site.origin, other.origin)) {
    const heard = [site.requests.filter((request) => request.includes('/probe')).length, other.requests.length];
    await test.step(name, async () => {
      await setProgram(card, source);
      await runProgram(card);
      const lines = (await logOf(card)).map(({ text }) => text);
      expect(lines.filter((line) => line.startsWith('kept in'))).not.toEqual([]);
      expect(lines.filter((line) => line.startsWith('OUT'))).toEqual([]);
    });
    expect([site.requests.filter((request) => request.includes('/probe')).length, other.requests.length]).toEqual(heard);
  }
});

test('pages carry the headers of the table', async ({ page }) => {
  await openIsolated(page, '/en/lessons/first-process');
  const answer = await page.reload();
  const headers = answer?.headers() ?? {};
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('DENY');
});
