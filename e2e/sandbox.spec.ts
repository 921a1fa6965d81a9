import { basePath, expect, logOf, playground, runProgram, test } from './fixtures';
import { setProgram } from './playground-editor';
import { type LoggingServer, openServer, siteServer } from './fixtures/logging-server';
import { probes } from './sandbox-probes';

/* What a program tries, fails inside, and no server hears of it. */

let site: LoggingServer;
let other: LoggingServer;

test.beforeAll(async ({ baseURL }) => {
  [site, other] = await Promise.all([siteServer(baseURL ?? ''), openServer()]);
});
test.afterAll(async () => {
  await Promise.all([site.close(), other.close()]);
});

// Refusals by the box's policy are reported on the console; here they are what is wanted.
test.use({ expectedOffences: /Content Security Policy|localhost|Failed to load/ });

test.describe('a program cannot get out by', () => {
  // One after the other, in one page: it is the box that keeps them in, and a page takes longer to load than a probe to fail.
  test.describe.configure({ mode: 'default' });

  for (const { name } of probes('', '')) {
    test(name, async ({ sharedPage }) => {
      const source = probes(site.origin, other.origin).find((probe) => probe.name === name)?.source ?? '';
      const address = `${site.origin}${basePath}/en/playground`;
      if (!sharedPage.url().startsWith(address)) await sharedPage.goto(address);
      const card = playground(sharedPage);
      await setProgram(card, source);
      const heard = [site.requests.filter((request) => request.includes('/probe')).length, other.requests.length];
      await runProgram(card);
      const lines = (await logOf(card)).map(({ text }) => text);
      expect(lines.filter((line) => line.startsWith('kept in'))).not.toEqual([]);
      expect(lines.filter((line) => line.startsWith('OUT'))).toEqual([]);
      expect([site.requests.filter((request) => request.includes('/probe')).length, other.requests.length]).toEqual(heard);
    });
  }
});

test('the box itself has no way out, were its own code to try', async ({ page }) => {
  await page.goto(`${site.origin}/en/playground`);
  // What is asked is heard: the page itself may not, by its own policy, but its browser may.
  await page.request.get(`${other.origin}/control`);
  expect(other.requests).toContain('GET /control');
  const card = playground(page);
  await runProgram(card);
  const box = page.frames().find((frame) => frame.url().includes('/runtime/box.html'));
  const reached = await box?.evaluate(
    async (addresses) => {
      const out: string[] = [];
      const attempt = async (label: string, act: () => unknown) => {
        try {
          await act();
          out.push(label);
        } catch {
          // Kept in.
        }
      };
      for (const url of addresses) {
        await attempt(`fetch ${url}`, () => fetch(url));
        await attempt(`xhr ${url}`, () => {
          const request = new XMLHttpRequest();
          request.open('GET', url, false);
          request.send();
        });
        await attempt(`image ${url}`, () => {
          const image = new Image();
          return new Promise((resolve, reject) => {
            Object.assign(image, { onload: resolve, onerror: reject, src: url });
          });
        });
        await attempt(`import ${url}`, () => import(url));
        await attempt(`worker ${url}`, () => {
          const worker = new Worker(
            URL.createObjectURL(new Blob([`fetch(${JSON.stringify(url)}).then(() => postMessage(1), () => postMessage(0))`])),
          );
          return new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => (data === 1 ? resolve(1) : reject(new Error('kept in')));
            worker.onerror = reject;
          });
        });
      }
      await attempt('localStorage', () => localStorage.length);
      await attempt('cookie', () => document.cookie);
      await attempt(
        'indexedDB',
        () =>
          new Promise((resolve, reject) => {
            const request = indexedDB.open('x');
            request.onsuccess = resolve;
            request.onerror = reject;
          }),
      );
      await attempt('parent', () => parent.document.body);
      await attempt('top navigation', () => {
        Object.assign(top?.location ?? {}, { href: addresses[0] });
      });
      return out;
    },
    [`${site.origin}/probe`, `${other.origin}/probe`],
  );
  expect(reached).toEqual([]);
  expect(page.url().replace(/\/$/, '')).toBe(`${site.origin}${basePath}/en/playground`);
  expect([...site.requests, ...other.requests].filter((request) => request.includes('/probe'))).toEqual([]);
});

test('forged messages from the box change nothing on the page', async ({ page }) => {
  await page.goto(`${site.origin}/en/playground`);
  const card = playground(page);
  await setProgram(card, "import time from 'time';\ntime.sleep(1);\nconsole.log('undisturbed');\n");
  await card.getByRole('button', { name: /^Run/ }).click();
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('/runtime/box.html'))).toBe(true);
  const box = page.frames().find((frame) => frame.url().includes('/runtime/box.html'));
  await box?.evaluate(() => {
    const forged: unknown[] = [
      null,
      'machine/exited',
      { type: 'machine/exited', status: 0 },
      { type: 'machine/failed', machine: 1e9, reason: 'worker-failed', text: 'forged' },
      { type: 'machine/failed', machine: 'x', reason: '<img src=x onerror=alert(1)>', text: {} },
      { type: '__proto__', __proto__: { type: 'box/ready' } },
      { type: 'output/batch', records: new Uint8Array(1 << 20) },
    ];
    for (const message of forged) parent.postMessage(message, '*');
  });
  await expect.poll(async () => (await logOf(card)).map(({ text }) => text)).toEqual(['undisturbed']);
});
