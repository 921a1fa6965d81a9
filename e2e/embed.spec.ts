import { chromium } from '@playwright/test';
import { blogPage, codeBlock, slowProgram } from './embed/blog';
import { type HostServer, openHost } from './embed/host-server';
import { call, embedAt, endOfEmbed, frameHeight, listen, printed, told } from './embed/snippets';
import { expect, siteAt, test as base } from './fixtures';

/* Embeds in other people's pages, each from an origin of its own: localhost and 127.0.0.1 are two sites. */

const test = base.extend<{ /** Address of Spawnpoint. */ site: string }>({
  site: async ({ baseURL }, use) => use(siteAt(baseURL)),
});

let host: HostServer;
test.beforeAll(async () => {
  host = await openHost();
});
test.afterAll(() => host.close());

// The pages are another host's, that is the point; and what is refused is told on the console.
const another = /request to another host: http:\/\/127\.0\.0\.1:/;
test.use({ expectedOffences: another });

const HELLO = "console.log('hello');\n";

test('a code block becomes an embed, which runs when the reader says so and tells the page', async ({ page, site }) => {
  host.pages.set('/blog', { html: blogPage({ site, snippets: [codeBlock(HELLO)], head: listen }) });
  await page.goto(`${host.origin}/blog`);
  const embed = embedAt(page);
  await expect(embed.getByTestId('pg-phase')).toContainText('ready');
  // The place was kept: the block is gone, the frame is as high as its card, and nothing scrolls in it.
  await expect(page.locator('pre')).toBeHidden();
  const frame = page.locator('spawnpoint-snippet iframe');
  const cardHeight = () => embed.locator('.embed-card').evaluate((card) => Math.ceil(card.getBoundingClientRect().height));
  await expect.poll(() => frame.evaluate((element) => element.clientHeight)).toBe(await cardHeight());

  // The page may ask, and is refused: nobody has clicked in there yet.
  expect(await call(page, 'run')).toMatch(/^Cannot run before the reader has clicked/);
  await expect(embed.locator('.embed-run')).toHaveClass(/is-asked/);
  expect(await told(page)).toEqual([]);
  const before = await cardHeight();
  await embed.getByRole('button', { name: 'Run' }).click();
  expect(await endOfEmbed(embed)).toBe('exited 0');
  await expect.poll(() => told(page)).toEqual(['run', 'output hello', 'exit 0']);
  // It has grown by its output, and the frame with it.
  expect(await cardHeight()).toBeGreaterThan(before);
  await expect.poll(() => frame.evaluate((element) => element.clientHeight)).toBe(await cardHeight());

  // Now the page may run what the reader saw; other code needs another click.
  expect(await call(page, 'run')).toBeUndefined();
  await expect.poll(() => told(page)).toHaveLength(6);
  await call(page, 'setCode', "console.log('other');\n");
  await expect.poll(() => call(page, 'getCode')).toBe("console.log('other');\n");
  expect(await call(page, 'run')).toMatch(/^Cannot run/);

  const theme = embed.locator('html');
  await expect(theme).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: 'Light / dark' }).click();
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => {
    document.documentElement.className = '';
    document.documentElement.setAttribute('data-bs-theme', 'dark');
  });
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => document.documentElement.removeAttribute('data-bs-theme'));
  await expect(theme).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(theme).toHaveAttribute('data-theme', 'dark');
});

test('without scripts the code stays a code block', async ({ browser, site }) => {
  host.pages.set('/plain', { html: blogPage({ site, snippets: [codeBlock(HELLO)] }) });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${host.origin}/plain`);
  await expect(page.locator('pre code')).toHaveText(HELLO);
  await context.close();
});

test('twenty snippets start no worker, and two that run do not disturb each other', async ({ page, browser, site }) => {
  const snippets = [
    codeBlock(slowProgram('left', 'left again', 60)),
    codeBlock(slowProgram('right', 'right again', 0.5)),
    ...Array.from({ length: 18 }, () => '<spawnpoint-snippet src="first-process/hello"></spawnpoint-snippet>'),
  ];
  host.pages.set('/many', { html: blogPage({ site, snippets, head: listen }) });
  await page.goto(`${host.origin}/many`);
  const cards = () => page.frames().filter((frame) => frame.url().includes('/embed/')).length;
  // Those far below are not loaded before they are near.
  await expect(embedAt(page).getByTestId('pg-phase')).toContainText('ready');
  expect(cards()).toBeLessThan(8);
  for (let i = 0; i < 20; i++) await page.locator('spawnpoint-snippet').nth(i).scrollIntoViewIfNeeded();
  await expect.poll(cards).toBe(20);
  const last = embedAt(page, 19);
  await expect(last.getByTestId('pg-phase')).toContainText('ready');
  await expect(last.locator('.code')).toContainText('import { Process }');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  expect(targetInfos.filter(({ type }) => type === 'worker')).toEqual([]);
  expect(page.frames().filter((frame) => frame.url().includes('/runtime/box'))).toEqual([]);

  const [left, right] = [embedAt(page, 0), embedAt(page, 1)];
  await left.getByRole('button', { name: 'Run' }).click();
  await expect.poll(() => printed(left), { timeout: 20_000 }).toEqual(['left']);
  await right.getByRole('button', { name: 'Run' }).click();
  expect(await endOfEmbed(right)).toBe('exited 0');
  await expect.poll(() => printed(right)).toEqual(['right', 'right again']);
  await expect(left.getByTestId('pg-phase')).toContainText('running');
  await left.getByRole('button', { name: 'Stop' }).click();
  expect(await endOfEmbed(left)).toBe('stopped');
  expect(await printed(left)).toEqual(['left']);
});

test.describe('a hostile page', () => {
  test.use({ expectedOffences: new RegExp(`${another.source}|Blocked|Unsafe attempt|modal|allow-modals|sandbox|denied`) });

  test('cannot run code, read what the reader has saved, or be moved by the embed', async ({ page, context, site }) => {
    // The reader has saved code on the site itself.
    const lesson = await context.newPage();
    await lesson.goto(`${site}/en/lessons/first-process`);
    await lesson.evaluate(() =>
      localStorage.setItem('spawnpoint:code:first-process/hello:x', '{"source":"SECRET","savedAtMs":1}'),
    );
    const snippet = '<spawnpoint-snippet src="first-process/hello"></spawnpoint-snippet>';
    host.pages.set('/hostile', {
      html: blogPage({ site, snippets: [snippet, '<div style="height:3000px"></div>'], head: listen }),
    });
    await page.goto(`${host.origin}/hostile`);
    const embed = embedAt(page);
    await expect(embed.getByTestId('pg-phase')).toContainText('ready');
    // The snippet has its channel: it could no longer be taken by somebody who was quicker.
    await expect.poll(() => frameHeight(page)).toMatch(/px$/);
    await page.evaluate((origin) => {
      const frame = document.querySelector('spawnpoint-snippet')?.shadowRoot?.querySelector('iframe');
      const inside = frame?.contentWindow;
      const { port1, port2 } = new MessageChannel();
      // A second channel, messages past the channel, and messages that are none.
      inside?.postMessage({ type: 'spawnpoint/connect' }, origin, [port2]);
      for (const type of ['run/start', 'spawnpoint/connect', 'code/set', '__proto__']) {
        for (const message of [{ type, id: 1, code: 'console.log(1)' }, { type }, type, null, [type]]) {
          port1.postMessage(message);
          inside?.postMessage(message, origin);
        }
      }
      inside?.focus();
      frame?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }, site);
    expect(await call(page, 'run')).toMatch(/^Cannot run/);
    expect(await call(page, 'getCode')).not.toContain('SECRET');
    expect(await call(page, 'getCode')).toContain("from 'multiprocessing'");
    await expect(embed.getByTestId('pg-phase')).toContainText('ready');
    expect(await told(page)).toEqual([]);

    // And were the embed itself taken over: no dialog, no navigation, no scrolling, no focus.
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'));
      field.style.cssText = 'position:fixed;top:0';
      field.focus();
      window.scrollTo(0, 2000);
    });
    const frame = page.frames().find((each) => each.url().includes('/embed/'));
    const reached = await frame?.evaluate(() => {
      const out: string[] = [];
      alert('from the embed');
      if (confirm('from the embed')) out.push('confirm');
      try {
        Object.assign(window.top?.location ?? {}, { href: 'http://127.0.0.1:9/' });
        out.push('navigated');
      } catch {
        // Kept in.
      }
      try {
        out.push(window.parent.document.title);
      } catch {
        // Kept in.
      }
      document.querySelector('.embed-card')?.scrollIntoView();
      return out;
    });
    expect(reached).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(await page.evaluate(() => [window.scrollY, document.activeElement?.localName])).toEqual([2000, 'input']);
    expect(page.url()).toBe(`${host.origin}/hostile`);
  });
});

test.describe('a page with a strict policy', () => {
  test.use({ expectedOffences: new RegExp(`${another.source}|Content.Security.Policy`) });

  test('needs two directives, and says which when it has only one', async ({ page, site }) => {
    const html = `<!doctype html><html lang="en"><title>Strict</title>${codeBlock(HELLO)}<script src="${site}/embed.js"></script>`;
    const { origin } = new URL(site);
    const strict = `default-src 'none'; script-src ${origin}`;
    host.pages.set('/without', { html, headers: { 'Content-Security-Policy': strict } });
    host.pages.set('/with', { html, headers: { 'Content-Security-Policy': `${strict}; frame-src ${origin}` } });
    await page.goto(`${host.origin}/without`);
    await expect(page.getByRole('alert')).toHaveText(
      `This page’s Content-Security-Policy keeps Spawnpoint out. It needs these two directives: script-src ${origin}; frame-src ${origin}`,
    );
    await expect(page.locator('pre code')).toBeVisible();
    await page.goto(`${host.origin}/with`);
    const embed = embedAt(page);
    await embed.getByRole('button', { name: 'Run' }).click();
    expect(await endOfEmbed(embed)).toBe('exited 0');
    await expect.poll(() => printed(embed)).toEqual(['hello']);
    await expect(page.locator('pre code')).toBeHidden();
  });
});

test('where nothing isolates it shows what was recorded, and opens a tab with the edits', async ({ site, launchOptions }) => {
  const { args = [], ...rest } = launchOptions;
  const browser = await chromium.launch({ ...rest, args: [...args, '--disable-features=DocumentIsolationPolicy'] });
  try {
    const page = await browser.newPage();
    const snippet =
      '<spawnpoint-snippet src="first-process/three-at-once" panes="editor,terminal,timeline"></spawnpoint-snippet>';
    host.pages.set('/apart', { html: blogPage({ site, snippets: [snippet] }) });
    await page.goto(`${host.origin}/apart`);
    const embed = embedAt(page);
    await expect(embed.getByText('Recorded', { exact: true })).toBeVisible();
    await expect(embed.getByRole('region', { name: 'Recorded output' })).toContainText('parent: all three are done');
    await expect(embed.getByRole('group', { name: 'Timeline' }).getByRole('tab').first()).toBeVisible();
    expect(await call(page, 'run')).toMatch(/^Cannot run in this browser/);
    const link = embed.getByRole('link', { name: /where it can run/ });
    await expect(link).toHaveAttribute('href', /#code=/);
    const original = await link.getAttribute('href');
    await embed.getByRole('textbox', { name: /^Editor/ }).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText("console.log('mine');\n");
    await expect.poll(() => link.getAttribute('href')).not.toBe(original);
    const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await expect(tab.locator('.pg').getByText('This code came with the link.')).toBeVisible();
    await tab.getByRole('button', { name: /^Run/ }).click();
    await expect(tab.getByTestId('pg-phase')).toHaveText(/exited 0/, { timeout: 20_000 });
    await expect(tab.getByRole('log')).toContainText('mine');
  } finally {
    await browser.close();
  }
});

test('an address with a program and options goes to that program', async ({ page }) => {
  await page.goto('/embed?program=naming-and-identity/two-names&lang=zh&theme=dark&panes=editor,python&title=Names&readonly=1');
  await expect(page).toHaveURL(
    /\/embed\/zh\/naming-and-identity\/two-names\/?\?theme=dark&panes=editor%2Cpython&title=Names&readonly=1$/,
  );
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('region', { name: 'Names' })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.getByRole('tab', { name: /Python/ }).click();
  await expect(page.getByText('from multiprocessing import')).toBeVisible();
});
