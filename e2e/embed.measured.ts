import { blogPage } from './embed/blog';
import { openHost } from './embed/host-server';
import { embedAt } from './embed/snippets';
import { expect, siteAt, test } from './fixtures';

test.use({ expectedOffences: /request to another host: http:\/\/127\.0\.0\.1:/ });

test('a page with twenty snippets keeps its frames while it scrolls through them', async ({ page, baseURL }) => {
  const host = await openHost();
  const snippets = Array.from(
    { length: 20 },
    () => '<spawnpoint-snippet src="first-process/three-at-once"></spawnpoint-snippet>',
  );
  host.pages.set('/', { html: blogPage({ site: siteAt(baseURL), snippets }) });
  await page.goto(host.origin);
  await expect(embedAt(page).getByTestId('pg-phase')).toContainText('ready');
  const perSecond = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          window.scrollTo(0, 0);
          const from = performance.now();
          let frames = 0;
          const step = (now: number) => {
            frames++;
            window.scrollBy(0, 80);
            if (now - from < 2000) requestAnimationFrame(step);
            else resolve((frames * 1000) / (now - from));
          };
          requestAnimationFrame(step);
        }),
    );
  // The first times through they load, on few cores; what lasts counts.
  await expect.poll(perSecond, { timeout: 45_000, intervals: [0] }).toBeGreaterThanOrEqual(50);
  await host.close();
});
