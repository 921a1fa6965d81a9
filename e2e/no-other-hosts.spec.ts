import { expect, test } from './fixtures';
import { guard } from './fixtures/guard';

/* Nothing is fetched from another host. Every test has that guard; here every kind of page is opened for it alone. */

const pages = ['/', '/en', '/zh', '/en/lessons', '/en/lessons/why-processes', '/zh/lessons/daemon-processes', '/en/playground'];

for (const address of pages) {
  test(`${address} asks no other host, and names none that would be loaded`, async ({ page }) => {
    await page.goto(address, { waitUntil: 'networkidle' });
    const loaded = await page
      .locator('script[src], link[rel=stylesheet], link[rel=preload], link[rel=icon], img, iframe')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''));
    expect(loaded.filter((url) => /^(?:https?:)?\/\//.test(url))).toEqual([]);
  });

  test(`${address} is isolated`, async ({ page }) => {
    await page.goto(address);
    expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  });
}

test('the guard notices', async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const { offences } = guard(context, new URL(baseURL ?? '').origin, /(?!)/);
  const page = await context.newPage();
  await page.goto(`${baseURL ?? ''}/en`);
  await page.evaluate(() => {
    void fetch('https://example.com/').catch(() => undefined);
    console.error('broken');
    setTimeout(() => {
      throw new Error('uncaught');
    });
  });
  const all = () => offences.join('\n');
  // The page's own policy is quicker than the guard: no request is made, and that is told.
  await expect.poll(all).toContain("Connecting to 'https://example.com/' violates the following Content Security Policy");
  await expect.poll(all).toContain('error on the console: broken');
  await expect.poll(all).toContain('uncaught: Error: uncaught');
  await context.close();
});
