import {
  endOfRun,
  expect,
  logOf,
  openLesson,
  openPlayground,
  openProgram,
  phaseOf,
  playground,
  pressRun,
  runProgram,
  test,
} from './fixtures';
import { FLOOD, main, openEditor, writeProgram } from './playground-editor';

/* A playground as a reader with a mouse and a keyboard uses it. */

test('runs the lesson’s program before any editor is there', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  expect(await runProgram(card)).toBe('exited 0');
  await expect(card.getByText('4 processes')).toBeVisible();
  await expect.poll(async () => (await logOf(card)).map(({ author }) => author)).toContain('indexer');
  await expect(card.locator('.monaco-editor')).toHaveCount(0);
});

test('the editor takes the place of the static text to the pixel, and has the focus', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await card.scrollIntoViewIfNeeded();
  const placeOf = (root: string, text: string) =>
    card.locator(root).evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      }
      throw new Error(`Cannot find the text: ${wanted}`);
    }, text);
  const before = { card: await card.boundingBox(), word: await placeOf('.code >> nth=0', 'indexer') };
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift' });
  });
  await openEditor(card);
  expect(await card.boundingBox()).toEqual(before.card);
  expect(await placeOf('.view-lines', 'indexer')).toEqual(before.word);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test('what is typed while the editor is still loading is not lost', async ({ page }) => {
  await page.route('**/runtime/types.json', async (route) => {
    await expect(page.getByRole('textbox', { name: 'Editor, main.ts' })).toHaveValue(/early/);
    await route.continue();
  });
  await openPlayground(page);
  const card = playground(page);
  await card.getByTestId('pg-code').click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// early');
  await expect(card.locator('.monaco-editor .view-line').first()).toContainText('early', { timeout: 30_000 });
  await page.keyboard.type(' and late');
  await expect(card.locator('.monaco-editor .view-line').first()).toContainText('early and late');
});

test('knows the library: an error at a wrong argument, its text on a hover, and suggestions', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(
    card,
    `import { Process } from 'multiprocessing';\nfunction work(n: number) {}\nnew Process({ target: work, args: ['x'] });\nwindow;\n`,
  );
  await expect(card.locator('.line-numbers.pg-line-error')).toHaveText(['3', '4'], { timeout: 30_000 });
  await card.locator('.view-line').getByText('Process', { exact: true }).first().hover();
  await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText('An activity that runs in a process of its own');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Process.prototype.');
  await expect(page.getByRole('listbox').getByRole('option', { name: /^exitcode/ })).toBeVisible();
});

test('the program is formatted by a button and by its keys', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  const lines = card.locator('.view-line');
  for (const format of [
    () => card.getByRole('button', { name: 'Format the program' }).click(),
    () => page.keyboard.press('Shift+Alt+F'),
  ]) {
    await writeProgram(card, 'if(1){\nconsole.log( 1 )\n}\n');
    await format();
    await expect(lines.nth(1)).toHaveText(/^\s{2}console\.log\(1\)$/);
  }
});

test('finds and folds', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(card, main('const needle = 1;', 'console.log(needle);'));
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.type('needle');
  await expect(card.locator('.find-widget')).toContainText('1 of 2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Control+Shift+BracketLeft');
  await expect(card.locator('.view-line')).toHaveCount(3);
});

test('exit codes are said in words', async ({ page }) => {
  const card = await openProgram(page, `import sys from 'sys';\n${main('sys.exit(3);')}`);
  expect(await runProgram(card)).toBe('exited 3');
  await writeProgram(
    card,
    `import os from 'os';\nimport signal from 'signal';\n${main('os.kill(os.getpid(), signal.SIGKILL);')}`,
  );
  expect(await runProgram(card)).toBe('killed (SIGKILL)');
});

test('a traceback leads to the line: from the terminal, and from the status', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(card, `function fail() {\n  throw new Error('boom');\n}\n${main('fail();')}`);
  expect(await runProgram(card)).toBe('exited 1');
  const current = card.locator('.line-numbers.active-line-number');
  const link = card.locator('.xterm-rows > div').filter({ hasText: 'main.ts:5:' });
  await expect(link).toBeVisible();
  const { x, y } = await link.evaluate((row) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('main.ts:5') ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at + 2);
      range.setEnd(node, at + 3);
      return range.getBoundingClientRect();
    }
    throw new Error('Cannot find the place in the traceback');
  });
  await page.mouse.move(x + 1, y + 5);
  await page.mouse.move(x + 2, y + 6);
  await expect(card.locator('.xterm-screen')).toHaveCSS('cursor', 'pointer');
  await page.mouse.click(x + 2, y + 6);
  await expect(current).toHaveText('5');
  await expect(card.getByRole('textbox', { name: 'Editor, main.ts' })).toBeFocused();
  await card.getByRole('button', { name: 'Go to main.ts:2:' }).click();
  await expect(current).toHaveText('2');
});

test('who wrote a line is told by a coloured bar with a name; what went to stderr is marked', async ({ page }) => {
  const program = `import { Process } from 'multiprocessing';
function work() {
  console.error('from below');
}
${main(`console.log('from above');`, `const p = new Process({ name: 'worker', target: work });`, 'p.start();', 'p.join();')}`;
  const card = await openProgram(page, program);
  await runProgram(card);
  const bars = card.locator('.pg-gutter-bar:visible');
  await expect(bars).toHaveCount(2);
  await expect(bars.nth(1)).toHaveClass(/is-error/);
  const [hues, palette] = await bars.evaluateAll((all) => [
    all.map((bar) => getComputedStyle(bar).getPropertyValue('--hue')),
    ['--p0', '--p1'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)),
  ]);
  expect(hues).toEqual(palette);
  await bars.nth(1).hover();
  await expect(card.locator('.pg-gutter-tip')).toHaveText(/^worker · pid \d+ · stderr$/);
});

test('after Stop nothing more is printed, and the next run is a new one', async ({ page }) => {
  const card = await openProgram(page, FLOOD);
  await pressRun(card);
  await expect.poll(async () => (await logOf(card)).length).toBe(100);
  await card.getByRole('button', { name: /^Stop/ }).click();
  await expect(phaseOf(card)).toContainText('stopped');
  await writeProgram(card, main(`console.log('anew');`));
  expect(await runProgram(card)).toBe('exited 0');
  await expect.poll(async () => (await logOf(card)).map(({ text }) => text)).toEqual(['anew']);
});

test('what does not compile is told with its place, in the terminal, the status and the editor', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(card, `import nothing from 'nowhere';\n${main('nothing();')}`);
  await pressRun(card);
  expect(await endOfRun(card)).toBe('did not compile');
  await expect.poll(async () => (await logOf(card)).map(({ text }) => text).join('\n')).toMatch(/main\.ts:1:\d+: .*'nowhere'/);
  await expect(card.locator('.line-numbers.pg-line-error').first()).toHaveText('1');
  await writeProgram(card, main(`console.log('fine');`));
  await expect(phaseOf(card)).toContainText('ready');
});

test('the terminal can be cleared, and copies what is selected', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = await openProgram(page, main(`console.log('copied-by-a-double-click');`));
  await runProgram(card);
  const row = card.locator('.xterm-rows > div').first();
  await expect(row).toContainText('copied');
  const place = await row.boundingBox();
  if (!place) throw new Error('The first line is not on the screen');
  await page.mouse.dblclick(place.x + 20, place.y + 8);
  await expect(card.getByText('Selection copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('copied');
  await card.getByRole('button', { name: 'Clear the terminal' }).click();
  await expect(row).toHaveText(/^\s*$/);
  await expect(card.getByRole('log')).toBeEmpty();
});

test('copies the file that is shown, the Python original too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  const copied = async () => {
    await card.getByRole('button', { name: 'Copy this file' }).click();
    await expect(card.getByText('Copied').first()).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied()).toContain("from 'multiprocessing'");
  await card.getByRole('tab', { name: /Python/ }).click();
  await expect(card.getByRole('tabpanel')).toContainText('from multiprocessing import');
  expect(await copied()).toContain('from multiprocessing import');
});

test('leaving the page ends the machine', async ({ page }) => {
  const card = await openProgram(
    page,
    // Two are as hard to end as can be; twelve of them would leave the browser itself no core.
    `import { Process } from 'multiprocessing';
import * as time from 'time';
function work(isBusy: boolean) {
  while (isBusy);
  time.sleep(1000);
}
${main('for (let i = 0; i < 12; i++) new Process({ target: work, args: [i < 2] }).start();')}`,
  );
  await pressRun(card);
  await expect(card.getByText('13 processes')).toBeVisible();
  // Only the box has workers made from blobs.
  const workersOfBox = () => page.workers().filter((worker) => worker.url().startsWith('blob:')).length;
  await expect.poll(workersOfBox).toBeGreaterThan(13);
  await page.getByRole('link', { name: 'Lessons', exact: true }).click();
  await expect(page).toHaveURL(/lessons\/?$/);
  // What is left are those that wait for the next run.
  await expect.poll(workersOfBox, { timeout: 15_000 }).toBeLessThan(13);
  await page.goBack();
  await expect(phaseOf(card)).toContainText('ready');
});

test('fills the window and comes back', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await card.getByRole('button', { name: 'Full screen' }).click();
  const size = page.viewportSize();
  await expect.poll(() => card.boundingBox()).toEqual({ x: 0, y: 0, ...size });
  expect(await runProgram(card)).toBe('exited 0');
  await page.keyboard.press('Escape');
  await expect(card.getByRole('button', { name: 'Full screen' })).toHaveAttribute('aria-pressed', 'false');
  expect((await card.boundingBox())?.y).toBeGreaterThan(0);
});

test('the line between the panes moves, and stays where it was put', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  const widthOf = async () => Math.round((await card.getByTestId('pg-code').boundingBox())?.width ?? 0);
  const before = await widthOf();
  const line = await card.getByRole('separator').boundingBox();
  if (!line) throw new Error('There is no line between the panes');
  await page.mouse.move(line.x, line.y + 100);
  await page.mouse.down();
  await page.mouse.move(line.x - 120, line.y + 100, { steps: 5 });
  await page.mouse.up();
  await expect.poll(widthOf).toBeLessThan(before - 100);
  const moved = await widthOf();
  await page.reload();
  await expect.poll(widthOf).toBe(moved);
});

test('the editor and the terminal follow the theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(card, main(`console.log('colours');`));
  await runProgram(card);
  const colours = () =>
    Promise.all(
      ['.monaco-editor', '.xterm-scrollable-element'].map((part) =>
        card
          .locator(part)
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor),
      ),
    );
  const light = await colours();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await colours()).filter((colour, i) => colour === light[i])).toEqual([]);
});

test('what the reader has written is printed whole, though the editor shows a part of it', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  const lines = Array.from({ length: 80 }, (_, i) => `console.log('line ${i}');`);
  await writeProgram(card, main(...lines));
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const printed = card.getByTestId('pg-code').locator('.line');
  await expect(printed.filter({ hasText: /line \d+/ })).toHaveCount(80);
  await expect(printed.last()).toBeVisible();
  await expect(card.locator('.monaco-editor').first()).toBeHidden();
  // Nothing of it is cut off.
  const [box, last] = await Promise.all([card.boundingBox(), printed.last().boundingBox()]);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan((last?.y ?? Infinity) + (last?.height ?? 0));
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(card.locator('.monaco-editor').first()).toBeVisible();
});
