import type { Page } from '@playwright/test';
import { endOfRun, expect, openLesson, playground, pressRun, terminalText, test } from './fixtures';

/* Two machines find each other by address: on one page, and in two tabs of the site. */

/** Runs the server of the lesson on one page and its worker on another, or on the same. */
async function shareJobs(here: Page, there: Page): Promise<void> {
  const server = playground(here, 'The server has the jobs');
  const worker = playground(there, 'The worker does them');
  await pressRun(server);
  await expect(server.getByRole('log')).toContainText('six jobs are waiting at localhost:5000');
  await pressRun(worker);
  expect(await endOfRun(worker)).toBe('exited 0');
  expect(await endOfRun(server)).toBe('exited 0');
  expect(await terminalText(server)).toContain('closed');
}

test('a server and its worker, side by side on a page', async ({ page }) => {
  await openLesson(page, 'across-machines');
  await shareJobs(page, page);
});

test('a server in one tab, its worker in another', async ({ page, context }) => {
  const other = await context.newPage();
  await openLesson(page, 'across-machines');
  await openLesson(other, 'across-machines');
  await shareJobs(page, other);
});
