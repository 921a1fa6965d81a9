import { endOfRun, expect, openPlayground, openProgram, phaseOf, playground, pressRun, runProgram, test } from './fixtures';
import { main } from './playground-editor';

/* What goes wrong is said, and what to do about it. */

test.describe('the browser', () => {
  test.use({ expectedOffences: /ERR_FAILED|no more workers/ });

  test('lends no shared memory', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedArrayBuffer'));
    await openPlayground(page);
    const card = playground(page);
    await pressRun(card);
    expect(await endOfRun(card)).toBe('did not run');
    await expect(card.getByRole('alert')).toContainText('This browser has no shared memory');
    await expect(card.getByRole('alert')).toContainText('current Chrome, Edge, Firefox or Safari');
  });

  test('was not told to isolate the page', async ({ page }) => {
    for (const address of ['**/en/playground', '**/runtime/box.html*']) {
      await page.route(address, async (route) => {
        const response = await route.fetch();
        const isolating = /^(?:cross-origin-(?:opener|embedder)-policy|document-isolation-policy)$/;
        const headers = Object.fromEntries(Object.entries(response.headers()).filter(([name]) => !isolating.test(name)));
        await route.fulfill({ response, headers });
      });
    }
    await openPlayground(page);
    const card = playground(page);
    await pressRun(card);
    expect(await endOfRun(card)).toBe('did not run');
    await expect(card.getByRole('alert')).toContainText('This page is not isolated from other sites');
  });

  test('cannot load the box', async ({ page }) => {
    await page.route('**/runtime/box.html*', (route) => route.abort());
    await openPlayground(page);
    const card = playground(page);
    await pressRun(card);
    expect(await endOfRun(card, 40_000)).toBe('did not run');
    await expect(card.getByRole('alert')).toContainText('The sandbox does not answer');
  });

  test('cannot start a worker', async ({ page }) => {
    await page.route('**/runtime/box.html*', async (route) => {
      const response = await route.fetch();
      const refuse = '<script>globalThis.Worker = class { constructor() { throw new Error("no more workers"); } };</script>';
      await route.fulfill({ response, body: (await response.text()).replace('<!doctype html>', `<!doctype html>${refuse}`) });
    });
    await openPlayground(page);
    const card = playground(page);
    await pressRun(card);
    expect(await endOfRun(card, 40_000)).toBe('did not run');
    await expect(card.getByRole('alert')).toContainText('A worker did not start');
  });

  test('loses the connection: typing and running go on, and the editor can be asked for again', async ({ page }) => {
    let isOffline = true;
    await page.route('**/runtime/types.json', (route) => (isOffline ? route.abort() : route.continue()));
    await openPlayground(page);
    const card = playground(page);
    await card.getByTestId('pg-code').click();
    await expect(card.getByText('The full editor did not load')).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(main(`console.log('plain');`));
    expect(await runProgram(card)).toBe('exited 0');
    await expect(card.getByRole('log')).toContainText('plain');
    isOffline = false;
    await card.getByRole('button', { name: 'Try again' }).click();
    await expect(card.locator('.monaco-editor .view-lines')).toContainText('plain', { timeout: 30_000 });
  });
});

test('a missing guard is explained', async ({ page }) => {
  const card = await openProgram(
    page,
    `import { Process } from 'multiprocessing';\nfunction work() {}\nnew Process({ target: work }).start();\n`,
  );
  await runProgram(card);
  await expect(card.getByRole('log')).toContainText('import.meta.main');
});

test('a program that sleeps can be stopped', async ({ page }) => {
  const card = await openProgram(page, `import time from 'time';\n${main('time.sleep(1e6);')}`);
  await pressRun(card);
  await expect(phaseOf(card)).toContainText('running');
  await card.getByRole('button', { name: /^Stop/ }).click();
  await expect(phaseOf(card)).toContainText('stopped');
});
