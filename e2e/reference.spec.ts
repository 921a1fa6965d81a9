import { expect, playground, runProgram, test } from './fixtures';

test('the table of names is filtered as one types, and leads to the docstring', async ({ page }) => {
  await page.goto('/en/reference');
  await page.getByLabel('Filter').fill('pool apply_async');
  await expect(page.getByRole('row', { name: 'multiprocessing.Pool.apply_async Pool.applyAsync' })).toBeVisible();
  await page.getByLabel('Filter').fill('joinable task_done');
  // Of processes, and of threads.
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('link', { name: 'JoinableQueue.taskDone' }).first().click();
  await expect(page).toHaveURL(/reference\/multiprocessing\/?#JoinableQueue\.taskDone$/);
  await expect(page.getByRole('heading', { name: 'taskDone' })).toBeVisible();
});

test('an example opens in the playground and runs there', async ({ page }) => {
  await page.goto('/en/reference/queue');
  await page.getByRole('link', { name: 'Open in the playground' }).first().click();
  const card = playground(page);
  await expect(card.getByText('This code came with the link.')).toBeVisible();
  expect(await runProgram(card)).toBe('exited 0');
});

for (const width of [360, 1180]) {
  test(`nothing overflows at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [
      '/en/reference',
      '/zh/reference',
      '/en/reference/multiprocessing',
      '/en/reference/multiprocessing/managers',
    ]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBeLessThanOrEqual(0);
    }
  });
}
