import { blogPage } from './embed/blog';
import { openHost } from './embed/host-server';
import { embedAt } from './embed/snippets';
import { expect, test } from './fixtures';

test.use({ expectedOffences: /request to another host: http:\/\/127\.0\.0\.1:/ });

test('a page with twenty snippets keeps its frames while it scrolls through them', async ({ page, baseURL }) => {
  const host = await openHost();
  const snippets = Array.from(
    { length: 20 },
    () => '<spawnpoint-snippet src="first-process/three-at-once"></spawnpoint-snippet>',
  );
  host.pages.set('/', { html: blogPage({ site: (baseURL ?? '').replace(/\/$/, ''), snippets }) });
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
            window.scrollBy(0, 40);
            if (now - from < 4000) requestAnimationFrame(step);
            else resolve((frames * 1000) / (now - from));
          };
          requestAnimationFrame(step);
        }),
    );
  // While they load, on two cores, and once they are there.
  expect(await perSecond()).toBeGreaterThanOrEqual(45);
  expect(await perSecond()).toBeGreaterThanOrEqual(55);
  await host.close();
});
