import { endOfRun, expect, logOf, openLesson, openPlayground, phaseOf, playground, pressRun, runProgram, test } from './fixtures';
import { main, openEditor, writeProgram } from './playground-editor';

/* A phone. */

test.use({ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true });

test('the editor is the light one, in the place of the static text', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await card.scrollIntoViewIfNeeded();
  const before = await card.boundingBox();
  const heightOfLine = await card
    .locator('.code .line')
    .first()
    .evaluate((line) => line.getBoundingClientRect().height);
  await openEditor(card);
  await expect(card.locator('.cm-editor')).toBeVisible();
  await expect(card.locator('.monaco-editor')).toHaveCount(0);
  expect(await card.boundingBox()).toEqual(before);
  const heightNow = await card
    .locator('.cm-line')
    .first()
    .evaluate((line) => line.getBoundingClientRect().height);
  expect(heightNow).toBe(heightOfLine);
});

test('edits, runs, and is restored', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(card, main(`console.log('from a phone');`));
  expect(await runProgram(card)).toBe('exited 0');
  await expect.poll(async () => (await logOf(card)).at(-1)?.text).toBe('from a phone');
  await page.reload();
  await expect(card.getByText('This is your code from last time.')).toBeVisible();
});

test('a question is answered in a field of its own', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(card, `import { input } from 'builtins';\n${main(`console.log('hello', input('name? '));`, 'input();')}`);
  await pressRun(card);
  await expect(phaseOf(card)).toContainText('waits for input');
  await card.getByRole('textbox', { name: 'Input for the program' }).fill('bob');
  await card.getByRole('button', { name: 'Send' }).tap();
  await expect.poll(async () => (await logOf(card)).at(-1)?.text).toContain('hello bob');
  await card.getByRole('button', { name: 'End of input' }).tap();
  expect(await endOfRun(card)).toBe('exited 1');
});

test('program, output and timeline have one place, with a switch', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  const shown = async () => [
    await card.getByTestId('pg-code').isVisible(),
    await phaseOf(card).isVisible(),
    await card.getByRole('group', { name: 'Timeline' }).isVisible(),
  ];
  expect(await shown()).toEqual([true, false, false]);
  // Run shows what it is about.
  await runProgram(card);
  expect(await shown()).toEqual([false, true, false]);
  await card.getByRole('button', { name: 'Timeline', exact: true }).tap();
  await expect(card.getByRole('slider', { name: 'Timeline' })).toBeVisible();
  expect(await shown()).toEqual([false, false, true]);
  await card.getByRole('button', { name: 'Program', exact: true }).tap();
  expect(await shown()).toEqual([true, false, false]);
});

test('nothing is cut off', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  const { height } = (await card.boundingBox()) ?? { height: Number.NaN };
  expect(height).toBeLessThanOrEqual(740 - 56);
  for (const button of await card.getByRole('group', { name: 'Actions' }).getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.height >= 40).toBe(true);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('two fingers zoom the timeline, and one that moves up scrolls the page on', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  await card.getByRole('button', { name: 'Timeline', exact: true }).click();
  const picture = card.getByRole('slider', { name: 'Timeline' });
  await picture.scrollIntoViewIfNeeded();
  const fit = card.getByRole('button', { name: 'Show the whole run' });
  await expect(fit).toHaveAttribute('aria-pressed', 'true');
  const box = await picture.boundingBox();
  if (box === null) throw new Error('Cannot find the picture');
  const [x, y] = [box.x + box.width * 0.6, box.y + box.height / 2];
  const devTools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
    devTools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([left, top], id) => ({ x: left, y: top, id })) });
  await touch('touchStart', [x - 20, y], [x + 20, y]);
  for (const apart of [30, 45, 60]) await touch('touchMove', [x - apart, y], [x + apart, y]);
  await touch('touchEnd');
  await expect(fit).toHaveAttribute('aria-pressed', 'false');
  const before = await page.evaluate(() => window.scrollY);
  await touch('touchStart', [x, y]);
  for (const up of [15, 40, 80, 120, 160]) await touch('touchMove', [x, y - up]);
  await touch('touchEnd');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before + 50);
});
