import { expect, openPlayground, playground, runProgram, terminalText, test } from './fixtures';
import { setProgram } from './playground-editor';

/* A program of several files, and the examples to begin with. */

test('a program of two files runs, is kept, and goes into a link', async ({ page, context }) => {
  await openPlayground(page);
  const card = playground(page);
  await setProgram(card, "import { double } from './work';\nconsole.log(double(21));\n");
  await card.getByRole('button', { name: 'Add a file' }).click();
  const name = card.getByRole('textbox', { name: 'Name of the file' });
  await name.fill('main.ts');
  await expect(card.getByText('There is a main.ts already')).toBeVisible();
  await name.fill('work');
  await name.press('Enter');
  const tab = card.getByRole('tab', { name: 'work.ts' });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await card.getByRole('textbox', { name: 'Editor, work.ts' }).focus();
  await page.keyboard.insertText('export const double = (n: number): number => 2 * n;\n');
  expect(await runProgram(card)).toBe('exited 0');
  await expect.poll(() => terminalText(card)).toContain('42');

  // The editor of one file knows the other.
  await card.getByRole('tab', { name: 'main.ts' }).click();
  await expect(card.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  await expect(card.locator('.squiggly-error')).toHaveCount(0, { timeout: 20_000 });

  await page.reload();
  await expect(card.getByText('This is your code from last time')).toBeVisible();
  await card.getByRole('tab', { name: 'work.ts' }).click();
  await expect(card.getByRole('tabpanel', { name: 'work.ts' })).toContainText('double');

  await card.getByRole('button', { name: 'Share', exact: false }).first().click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await expect(field).toHaveValue(/#code=/);
  const link = await field.inputValue();
  const other = await context.newPage();
  await other.goto(link);
  await expect(playground(other).getByRole('tab', { name: 'work.ts' })).toBeVisible();
});

test('a file gets another name, is deleted, and comes back', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await card.getByRole('button', { name: 'Add a file' }).click();
  await page.keyboard.press('Enter');
  await card.getByRole('button', { name: 'Rename work.ts' }).click();
  await card.getByRole('textbox', { name: 'Name of the file' }).fill('tasks.ts');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('tab', { name: 'tasks.ts' })).toHaveAttribute('aria-selected', 'true');
  await card.getByRole('button', { name: 'Delete tasks.ts' }).click();
  await expect(card.getByRole('tab', { name: 'tasks.ts' })).toHaveCount(0);
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect(card.getByRole('tab', { name: 'tasks.ts' })).toBeVisible();
});

test('a traceback leads into the file it names', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await setProgram(
    card,
    "import { fail } from './work';\nfail();\n\n// @filename: work.ts\nexport function fail(): void {\n  throw new Error('here');\n}\n",
  );
  await expect(card.getByRole('tab', { name: 'work.ts' })).toBeVisible();
  expect(await runProgram(card)).toBe('exited 1');
  await card
    .getByRole('button', { name: /work\.ts:2/ })
    .first()
    .click();
  await expect(card.getByRole('tab', { name: 'work.ts' })).toHaveAttribute('aria-selected', 'true');
});

test('an example takes the place of the code, which can be had back', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  const before = await card.getByTestId('pg-code').first().innerText();
  await card.getByRole('combobox', { name: 'Open an example' }).selectOption('first-process/hello');
  await expect(card.getByText('The example has replaced your code.')).toBeVisible();
  expect(await card.getByTestId('pg-code').first().innerText()).not.toBe(before);
  await card.getByRole('combobox', { name: 'Open an example' }).selectOption('blank');
  await card.getByRole('button', { name: 'Undo' }).click();
  expect(await runProgram(card)).toBe('exited 0');
});
