import { expect, openLesson, openPlayground, phaseOf, playground, pressRun, runProgram, terminalText, test } from './fixtures';
import { main, openEditor, shownCode, writeProgram } from './playground-editor';

/* The reader's code is never lost, and never runs by itself. */

const MINE = main(`console.log('this is mine');`);

test.describe('in the light editor, which is there sooner', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('comes back with a notice, does not run by itself, and can be started over and taken back', async ({ page }) => {
    await openPlayground(page);
    const card = playground(page);
    const starter = await card.locator('.code').first().innerText();
    await writeProgram(card, MINE);
    await page.reload();
    await expect(card.getByText('This is your code from last time.')).toBeVisible();
    await expect(shownCode(card)).toContainText('this is mine');
    await expect(phaseOf(card)).toContainText('ready');
    expect(await runProgram(card)).toBe('exited 0');
    await expect.poll(() => terminalText(card)).toBe('this is mine');

    await card.getByRole('button', { name: 'Start over' }).click();
    expect(await card.locator('.code').first().innerText()).toBe(starter);
    await card.getByRole('button', { name: 'Undo' }).click();
    await expect(shownCode(card)).toContainText('this is mine');
    await page.reload();
    await expect(card.getByText('This is your code from last time.')).toBeVisible();
  });

  test('code that never ends does not keep the page from opening again', async ({ page }) => {
    await openPlayground(page);
    const card = playground(page);
    await writeProgram(card, 'while (true);\n');
    await pressRun(card);
    await expect(phaseOf(card)).toContainText('running');
    await page.reload();
    await expect(card.getByText('This is your code from last time.')).toBeVisible();
    await expect(phaseOf(card)).toContainText('ready');
  });

  test('each program has its own, and Reset forgets it', async ({ page }) => {
    await openLesson(page, 'naming-and-identity');
    await writeProgram(playground(page, 0), MINE);
    await page.reload();
    await expect(playground(page, 0).getByText('This is your code from last time.')).toBeVisible();
    await expect(playground(page, 1).getByText('This is your code from last time.')).toHaveCount(0);
    const reset = playground(page, 0).getByRole('button', { name: /^Reset/ });
    await reset.click();
    await expect(playground(page, 0).getByText('The original program is back.')).toBeVisible();
    await expect(reset).toHaveAttribute('aria-disabled', 'true');
    await page.reload();
    await expect(phaseOf(playground(page, 0))).toContainText('ready');
    await expect(playground(page, 0).getByText('This is your code from last time.')).toHaveCount(0);
  });

  test('code for an earlier version of the program is offered, not lost', async ({ page }) => {
    await openPlayground(page);
    const card = playground(page);
    await writeProgram(card, MINE);
    // What was there before it was pasted may have been written down first.
    const kept = () => Object.entries(localStorage).filter(([key]) => key.startsWith('spawnpoint:code:'));
    await expect
      .poll(async () => (await page.evaluate(kept)).map(([, draft]) => String(draft)))
      .toEqual([expect.stringContaining('this is mine')]);
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((each) => each.startsWith('spawnpoint:code:')) ?? '';
      localStorage.setItem(`${key.slice(0, key.lastIndexOf(':'))}:anotherhash`, localStorage.getItem(key) ?? '');
      localStorage.removeItem(key);
      // The session of this page would write its code down once more when it is left.
      Storage.prototype.setItem = () => undefined;
    });
    await page.reload();
    await expect(card.getByText('The program has changed since you edited it.')).toBeVisible();
    await expect(card.locator('.pg-plain').first()).not.toContainText('this is mine');
    await card.getByRole('button', { name: 'Show my code' }).click();
    await expect(shownCode(card)).toContainText('this is mine');
  });

  test('says so when the browser does not keep it', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await openPlayground(page);
    const card = playground(page);
    await writeProgram(card, MINE);
    await expect(card.getByText('Your browser will not keep this code')).toBeVisible();
    expect(await runProgram(card)).toBe('exited 0');
  });
});

test('Reset is one step of the editor’s own undo, too', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(card, MINE);
  await card.getByRole('button', { name: /^Reset/ }).click();
  await expect(card.locator('.view-lines')).not.toContainText('this is mine');
  await openEditor(card);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(card.locator('.view-lines')).toContainText('mine');
});
