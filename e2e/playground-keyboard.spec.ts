import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { CHECK_MS, endOfRun, expect, openLesson, openPlayground, phaseOf, playground, test } from './fixtures';
import { main, writeProgram } from './playground-editor';

/* Everything without a mouse. */

const greet = readFileSync('content/lessons/02-first-process/exercises/01-greet/solution.ts', 'utf8');

async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  // Looked for in one go: between finding an editor and asking for the focus, another may have taken its place.
  const focused = target.and(page.locator(':focus'));
  for (let steps = 0; steps < 60; steps++) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not get to ${String(target)}`);
}

test('to the program, edit, run, answer, and on: with keys alone', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  const editor = card.getByRole('textbox', { name: 'Editor, main.ts' });
  await tabTo(page, editor);
  await expect(card.locator('.monaco-editor')).toBeVisible({ timeout: 30_000 });
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(`import { input } from 'builtins';`);
  await page.keyboard.press('Enter');
  await page.keyboard.type(`console.log(input('? '), 'it is');`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(phaseOf(card)).toContainText('waits for input');
  await page.keyboard.type('so');
  await page.keyboard.press('Enter');
  expect(await endOfRun(card)).toBe('exited 0');
  await expect(card.locator('.xterm-rows')).toContainText('so it is');
  await page.keyboard.press('Tab');
  await expect(card.getByRole('textbox', { name: 'Terminal' })).not.toBeFocused();
});

test('an exercise, its solution, and the next lesson: with keys alone', async ({ page }) => {
  await openLesson(page, 'first-process');
  const exercise = page.getByRole('region', { name: 'Hand it over', exact: true });
  const editor = exercise.getByRole('textbox', { name: 'Editor, main.ts' });
  // Far down the page: another test presses Tab all the way.
  await exercise.getByRole('button', { name: /^Run/ }).focus();
  await tabTo(page, editor);
  await expect(exercise.locator('.monaco-editor')).toBeVisible({ timeout: 30_000 });
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(greet);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await tabTo(page, exercise.getByRole('button', { name: 'Check', exact: true }));
  await page.keyboard.press('Enter');
  await expect(exercise.getByText('All as wanted. Well done!')).toBeVisible({ timeout: CHECK_MS });
  await tabTo(page, exercise.getByRole('button', { name: 'Show the solution' }));
  await page.keyboard.press('Enter');
  await expect(exercise.getByRole('region', { name: 'Your program beside the solution' })).toBeVisible();
  await tabTo(
    page,
    page
      .getByRole('navigation')
      .getByRole('link', { name: /Naming and identity/ })
      .last(),
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/naming-and-identity/);
});

test('Tab passes through an editor nobody typed in; after typing, Escape and then Tab leaves', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  const editor = card.getByRole('textbox', { name: 'Editor, main.ts' });
  await tabTo(page, editor);
  await expect(card.locator('.monaco-editor')).toBeVisible({ timeout: 30_000 });
  await expect(editor).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await tabTo(page, editor, 'Shift+Tab');
  await page.keyboard.type('a');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Tab');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card.getByText('Tab now leaves the editor.')).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
});

test('where the focus is can be seen', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  const tab = card.getByRole('tab', { name: 'main.ts' });
  await tabTo(page, tab);
  for (let i = 0; i < 8; i++) {
    const outline = await page.evaluate(() => {
      const style = document.activeElement && getComputedStyle(document.activeElement);
      const around = document.activeElement?.closest('.pg-code');
      return style?.outlineStyle === 'solid' || (around && getComputedStyle(around, '::after').borderTopStyle === 'solid');
    });
    const name = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
    expect(outline, name).toBe(true);
    await page.keyboard.press('Tab');
    if (!(await card.evaluate((element) => element.contains(document.activeElement)))) break;
  }
});

test('arrow keys choose the file, and move the line between the panes', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await tabTo(page, card.getByRole('tab', { name: 'main.ts' }));
  await page.keyboard.press('ArrowRight');
  await expect(card.getByRole('tab', { name: /Python/ })).toBeFocused();
  await expect(card.getByRole('tabpanel')).toContainText('def report');
  await page.keyboard.press('Home');
  const separator = card.getByRole('separator', { name: /Size of the editor/ });
  const share = async () => Number(await separator.getAttribute('aria-valuenow'));
  await tabTo(page, separator);
  const before = await share();
  await page.keyboard.press('ArrowRight');
  await expect.poll(share).toBeGreaterThan(before);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(share).toBeLessThan(before);
});

test('? shows the shortcuts, and Escape closes them; in the editor it is a question mark', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  // The script is there, and listens.
  await expect(card.getByRole('textbox', { name: 'Editor, main.ts' })).toBeEditable();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText('Leave the editor');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await writeProgram(card, '// ');
  await page.keyboard.type('?');
  await expect(card.locator('.view-lines')).toContainText('?');
  await expect(sheet).toBeHidden();
});

test('Ctrl+Enter means the playground with the focus, and stops what it started', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const second = playground(page, 1);
  await writeProgram(second, main('while (true);'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(phaseOf(second)).toContainText('running');
  await expect(phaseOf(playground(page, 0))).toContainText('ready');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(phaseOf(second)).toContainText('stopped');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong with a playground in use, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPlayground(page);
    const card = playground(page);
    await writeProgram(card, `function fail() {\n  throw new Error('boom');\n}\n${main(`console.log('fine');`, 'fail();')}`);
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await endOfRun(card)).toBe('exited 1');
    await expect(card.getByRole('log')).toContainText('boom');
    const { violations } = await new AxeBuilder({ page }).include('.pg').analyze();
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`);
    expect(told).toEqual([]);
  });
}
