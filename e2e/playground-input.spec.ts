import { endOfRun, expect, logOf, openProgram, phaseOf, pressRun, test } from './fixtures';
import { main, openEditor } from './playground-editor';

/* Typing to a program. */

const ASK = `import { input } from 'builtins';\n${main(`const name = input('name? ');`, 'console.log(`hello ${name}`);')}`;

test('a program that asks gets the focus and the line that is typed, corrections and all', async ({ page }) => {
  const card = await openProgram(page, ASK);
  await pressRun(card);
  await expect(phaseOf(card)).toContainText('waits for input');
  await expect(card.getByRole('textbox', { name: 'Terminal' })).toBeFocused();
  await page.keyboard.type('boxx');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await page.keyboard.type('b');
  await expect(card.locator('.xterm-rows')).toContainText('name? bob');
  await page.keyboard.press('Enter');
  expect(await endOfRun(card)).toBe('exited 0');
  await expect.poll(async () => (await logOf(card)).at(-1)?.text).toContain('hello bob');
});

test('what is typed ahead waits until the program reads', async ({ page }) => {
  const card = await openProgram(
    page,
    `import time from 'time';\n${ASK.replace('{\n', "{\n  console.log('soon');\n  time.sleep(1);\n")}`,
  );
  await pressRun(card);
  await expect(card.locator('.xterm-rows')).toContainText('soon');
  await card.locator('.pg-screen').click();
  await page.keyboard.type('early\n');
  expect(await endOfRun(card)).toBe('exited 0');
  await expect.poll(async () => (await logOf(card)).at(-1)?.text).toContain('hello early');
});

test('a paste of several lines answers several questions', async ({ page }) => {
  const card = await openProgram(page, `import { input } from 'builtins';\n${main('console.log(input(), input());')}`);
  await pressRun(card);
  await expect(phaseOf(card)).toContainText('waits for input');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'one\ntwo\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  expect(await endOfRun(card)).toBe('exited 0');
  await expect.poll(async () => (await logOf(card)).at(-1)?.text).toBe('one two');
});

test('Ctrl+D is the end of the input', async ({ page }) => {
  const card = await openProgram(page, ASK);
  await pressRun(card);
  await expect(phaseOf(card)).toContainText('waits for input');
  await page.keyboard.press('Control+D');
  expect(await endOfRun(card)).toBe('exited 1');
  await expect.poll(async () => (await logOf(card)).map(({ text }) => text).join('\n')).toContain('EOFError');
});

test('Ctrl+C raises KeyboardInterrupt in a call that blocks', async ({ page }) => {
  const card = await openProgram(page, `import time from 'time';\n${main(`console.log('asleep');`, 'time.sleep(60);')}`);
  await pressRun(card);
  await expect(card.locator('.xterm-rows')).toContainText('asleep');
  await card.locator('.pg-screen').click();
  await page.keyboard.press('Control+C');
  expect(await endOfRun(card)).toBe('killed (SIGINT)');
  await expect.poll(async () => (await logOf(card)).at(-1)?.text).toBe('KeyboardInterrupt');
});

test('Ctrl+C ends a loop that does not notice it', async ({ page }) => {
  const card = await openProgram(page, main(`console.log('busy');`, 'while (true);'));
  await pressRun(card);
  await expect(card.locator('.xterm-rows')).toContainText('busy');
  await card.locator('.pg-screen').click();
  await page.keyboard.press('Control+C');
  expect(await endOfRun(card, 5000)).toMatch(/^killed/);
});

test('with text selected, Ctrl+C copies it and interrupts nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = await openProgram(page, ASK);
  await pressRun(card);
  await expect(phaseOf(card)).toContainText('waits for input');
  const row = await card.locator('.xterm-rows > div').first().boundingBox();
  if (!row) throw new Error('The first line is not on the screen');
  await page.mouse.dblclick(row.x + 10, row.y + 8);
  await page.evaluate(() => navigator.clipboard.writeText('something else'));
  await page.keyboard.press('Control+C');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('name?');
  await expect(phaseOf(card)).toContainText('waits for input');
});

test('whoever goes on editing is not torn away when the program asks', async ({ page }) => {
  const card = await openProgram(page, `import time from 'time';\n${ASK.replace('{\n', '{\n  time.sleep(3);\n')}`);
  await openEditor(card);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(phaseOf(card)).toContainText('running');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('// a thought');
  await expect(phaseOf(card)).toContainText('waits for input');
  await expect(card.getByRole('textbox', { name: 'Editor, main.ts' })).toBeFocused();
});
