import { headerRules, ruleFor } from '../hosting/header-rules';
import { hostingSettings } from '../hosting/settings';
import { EMBED_VERSION } from '../embed/version';
import { basePath, expect, test } from './fixtures';

/* What the server that is tested says, whichever it is, is what the table says. */

// What is refused is reported on the console, and here it is what is wanted.
test.use({ expectedOffences: /Content Security Policy|frame-ancestors|X-Frame-Options|Refused|status of 404|127\.0\.0\.1:1/ });

const rules = headerRules(hostingSettings());

test('every kind of file comes with the headers of its rule', async ({ request, page }) => {
  await page.goto('/en/playground');
  const script = await page.locator('script[src*="/_next/static/"]').first().getAttribute('src');
  const pinned = `/embed/v/${EMBED_VERSION}.js`;
  const addresses = ['/', '/embed.js', pinned, '/en', '/zh/lessons/first-process', '/runtime/types.json', '/runtime/box.html'];
  for (const path of [...addresses, script ?? '']) {
    const response = await request.get(path);
    expect([path, response.status()]).toEqual([path, 200]);
    const said = response.headers();
    const wanted = Object.entries(ruleFor(rules, new URL(response.url()).pathname.slice(basePath.length)).headers);
    expect([path, ...wanted.map(([name]) => said[name.toLowerCase()])]).toEqual([path, ...wanted.map(([, value]) => value)]);
  }
  expect(await (await request.get(pinned)).text()).toBe(await (await request.get('/embed.js')).text());
  expect((await request.get('/en/nothing-here')).headers()['content-security-policy']).toContain("script-src 'self'");
});

test('no page has a script inside, and none can be put there', async ({ page, request }) => {
  for (const path of ['/', '/en', '/zh/lessons/first-process', '/en/playground', '/en/nothing-here']) {
    const html = await (await request.get(path)).text();
    const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.filter((attributes) => !attributes?.includes('application/json'))).toEqual([]);
  }
  await page.goto('/en');
  const outcome = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "in"';
    document.body.append(script);
    // What is called from here may evaluate text, as the browser's console may; what runs later is the page's own.
    return new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve([document.title, globalThis.eval('"evaluated"')]);
        } catch (error) {
          resolve([document.title, (error as Error).name]);
        }
      });
    });
  });
  expect(outcome).toEqual([await page.title(), 'EvalError']);
  expect(await page.title()).not.toBe('in');
});

test('a page of the site cannot be framed', async ({ page, baseURL }) => {
  await page.route('http://127.0.0.1:1/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL ?? ''}/en"></iframe>` }),
  );
  await page.goto('http://127.0.0.1:1/');
  await expect.poll(() => page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
});
