import { endOfRun, expect, openLesson, playground, pressRun, terminalText, test } from './fixtures';

/* Two machines find each other by address: on one page, and in two tabs of the site. */

const LESSON = 'across-machines';
const SERVER = 'The server has the jobs';
const WORKER = 'The worker does them';

test('a server and its worker, side by side on a page', async ({ page }) => {
  await openLesson(page, LESSON);
  const [server, worker] = [playground(page, SERVER), playground(page, WORKER)];
  await pressRun(server);
  await expect(server.getByRole('log')).toContainText('six jobs are waiting at localhost:5000');
  await pressRun(worker);
  expect(await endOfRun(worker)).toBe('exited 0');
  expect(await endOfRun(server)).toBe('exited 0');
  expect(await terminalText(server)).toContain('closed');
});

test('a server in one tab, its worker in another', async ({ page, context }) => {
  const other = await context.newPage();
  await openLesson(page, LESSON);
  await openLesson(other, LESSON);
  const [server, worker] = [playground(page, SERVER), playground(other, WORKER)];
  await pressRun(server);
  await expect(server.getByRole('log')).toContainText('six jobs are waiting at localhost:5000');
  await pressRun(worker);
  expect(await endOfRun(worker)).toBe('exited 0');
  expect(await endOfRun(server)).toBe('exited 0');
  expect(await terminalText(server)).toContain('closed');
});
