import { CHECK_MS, expect, openLesson, test } from './fixtures';
import { writeProgram } from './playground-editor';
import { readFileSync } from 'node:fs';

/* An exercise as a learner does it: tries, is told what was seen, gets hints, compares, and solves it. */

// The light editor is there sooner.
test.use({ hasTouch: true, isMobile: true });

const solution = readFileSync('content/lessons/02-first-process/exercises/01-greet/solution.ts', 'utf8');

test('a wrong program is told what was seen, hints come one by one, and the right one is marked', async ({ page }) => {
  await openLesson(page, 'first-process');
  const exercise = page.getByRole('region', { name: 'Hand it over' });
  const card = exercise.getByRole('region', { name: 'Exercise: Hand it over' });
  await expect(exercise.getByRole('button', { name: 'Show the solution' })).toBeDisabled();
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise.getByText('no child ran')).toBeVisible({ timeout: CHECK_MS });
  // The run that was judged is there to be looked at.
  await expect(card.getByTestId('pg-phase')).toContainText('exited 0');
  await exercise.getByRole('button', { name: 'Show a hint (2 left)' }).click();
  await expect(exercise.getByText('Hint 1 of 2')).toBeVisible();
  // Who has tried once has tried, and what was shown is shown, also after the page was left.
  await page.reload();
  await expect(exercise.getByText('Hint 1 of 2')).toBeVisible();
  await expect(exercise.getByRole('button', { name: 'Show a hint (1 left)' })).toBeVisible();
  await exercise.getByRole('button', { name: 'Show the solution' }).click();
  await expect(exercise.getByRole('region', { name: 'Your program beside the solution' })).toContainText('p.join();');
  await writeProgram(card, solution);
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise.getByText('All as wanted. Well done!')).toBeVisible({ timeout: CHECK_MS });
  await expect(exercise.getByText('Solved')).toBeVisible();
  await expect(card.getByRole('log')).toContainText('hello, Ada');
  await writeProgram(card, 'nonsense (');
  await expect(exercise.getByText('You have changed the program since.')).toBeVisible();
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise.getByText('The program did not start. The playground above says why.')).toBeVisible();

  await page.goto('/en/lessons');
  await expect(page.getByText(/^1 of \d+ exercises solved/)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).click()]);
  const saved = await file.path();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByText(/^0 of \d+ exercises solved/)).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(saved);
  await expect(page.getByText(/^1 of \d+ exercises solved/)).toBeVisible();
});

test('a check can be stopped, and judges nothing then', async ({ page }) => {
  await openLesson(page, 'locks');
  const exercise = page.getByRole('region', { name: 'In one order' });
  await writeProgram(exercise.getByRole('region', { name: 'Exercise: In one order' }), 'for (;;);\n');
  await exercise.getByRole('button', { name: 'Check' }).click();
  await exercise.getByRole('button', { name: 'Stop checking (run 1 of 10)' }).click();
  await expect(exercise.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  await expect(exercise.getByRole('status', { name: 'Result of the check' })).toBeEmpty();
  await expect(exercise.getByRole('button', { name: 'Show the solution' })).toBeDisabled();
});

test('a check that meets a deadlock says so, and leaves it to be looked at', async ({ page }) => {
  await openLesson(page, 'locks');
  const exercise = page.getByRole('region', { name: 'In one order' });
  await exercise.getByRole('button', { name: 'Check' }).click();
  const result = exercise.getByRole('status', { name: 'Result of the check' });
  await expect(result).toContainText('it did not end; still there', { timeout: CHECK_MS });
  await expect(exercise.getByRole('alert', { name: 'Deadlock' })).toContainText('Plato holds');
  await exercise.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(exercise.getByTestId('pg-phase')).toContainText('stopped');
});
