import type { Locator } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import {
  endOfRun,
  expect,
  logOf,
  openLesson,
  openPlayground,
  openProgram,
  playground,
  pressRun,
  runProgram,
  test,
} from './fixtures';

/* The timeline as a reader uses it, with a mouse, keys, or without seeing it. */

const TWO_LOCKS = `import { Barrier, Lock, Process } from 'multiprocessing';

function both(first: Lock, second: Lock, gate: Barrier) {
  first.acquire();
  gate.wait();
  second.acquire();
}

if (import.meta.main) {
  const a = new Lock();
  const b = new Lock();
  const gate = new Barrier(2);
  const p1 = new Process({ name: 'p1', target: both, args: [a, b, gate] });
  const p2 = new Process({ name: 'p2', target: both, args: [b, a, gate] });
  p1.start();
  p2.start();
  p1.join();
}
`;

const SLEEPER = `import { Process } from 'multiprocessing';
import time from 'time';

function sleep() {
  try {
    time.sleep(60);
  } finally {
    console.log('woken');
  }
}

if (import.meta.main) {
  const p = new Process({ name: 'sleeper', target: sleep });
  p.start();
  p.join();
  console.log(p.exitcode);
}
`;

const picture = (card: Locator) => card.getByRole('slider', { name: 'Timeline' });

test('keys go through what happened, grey what came later, and mark the line', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  await picture(card).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(picture(card)).toHaveAttribute('aria-valuetext', /MainProcess exited with 0/);
  await page.keyboard.press('Home');
  await expect(card.locator('.pg-later')).toBeVisible();
  await page.keyboard.press('End');
  await expect(card.locator('.pg-later')).toBeHidden();
  // Up is the last lane, the third child: its steps are its own events.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(picture(card)).toHaveAttribute('aria-valuetext', /indexer exited with 0/);
  await expect(card.locator('.pg-at')).toHaveAttribute('data-at', 'MainProcess');
  await page.keyboard.press('Escape');
  await expect(card.locator('.pg-at')).toHaveCount(0);
});

test('keys know of what is not drawn yet', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
  });
  await runProgram(card);
  await picture(card).focus();
  await page.keyboard.press('ArrowUp');
  await expect(picture(card)).toHaveAttribute('aria-valuetext', /indexer exited with 0/);
  await page.keyboard.press('ArrowUp');
  await expect(picture(card)).toHaveAttribute('aria-valuetext', /mailer exited with 0/);
});

test('a mouse that leaves takes no mark from the keys', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  await picture(card).hover({ position: { x: 300, y: 4 } });
  await picture(card).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.mouse.move(0, 0);
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('ArrowLeft');
  await expect(picture(card)).toHaveAttribute('aria-valuetext', /mailer begins to run/);
});

test('the tables say in words what the picture shows, also at the playhead', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  await card.getByRole('tab', { name: 'Processes' }).click();
  const rows = card.getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toContainText('MainProcess');
  await expect(rows.nth(2)).toContainText('exited with 0');
  await card.getByRole('tab', { name: 'Picture' }).click();
  await picture(card).focus();
  await page.keyboard.press('Home');
  await card.getByRole('tab', { name: 'Processes' }).click();
  await expect(rows.nth(1)).toContainText('starting');
  await card.getByRole('tab', { name: 'Objects' }).click();
  await expect(card.getByText('The program shares nothing')).toBeVisible();
});

test('a deadlock is explained with names and lines, and can be broken', async ({ page }) => {
  const card = await openProgram(page, TWO_LOCKS);
  await pressRun(card);
  const banner = card.getByRole('alert', { name: 'Deadlock' });
  await expect(banner).toContainText('p1 holds a (taken at line 4) and waits for b at line 6', { timeout: 30_000 });
  await expect(banner).toContainText('p2 holds b (taken at line 4) and waits for a at line 6');
  await banner.getByRole('button', { name: 'Show who waits for whom' }).click();
  await expect(banner.getByRole('img', { name: 'Who waits for whom' })).toContainText('MainProcess');
  await card.getByRole('tab', { name: 'Processes' }).click();
  await card.getByRole('button', { name: 'Kill p1 (SIGKILL)' }).click();
  // Who waited for the end of p1 goes on; p2 is left with the lock of the dead.
  await expect(banner).toContainText('which p1 took at line 4', { timeout: 30_000 });
  await banner.getByRole('button', { name: /^Break it/ }).click();
  expect(await endOfRun(card, 30_000)).toBe('exited 0');
  await expect(banner).toBeHidden();
});

test('one process can be interrupted from its row, and the tables copied as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = await openProgram(page, SLEEPER);
  await pressRun(card);
  const toggle = card.getByRole('button', { name: 'Timeline', exact: true });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  await card.getByRole('tab', { name: 'Processes' }).click();
  await expect(card.getByRole('row', { name: /^sleeper/ })).toContainText('sleeps', { timeout: 20_000 });
  await card.getByRole('button', { name: 'Copy as text' }).click();
  await expect(card.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^sleeper\t\d+\tMainProcess\t.*sleep/m);
  await card.getByRole('button', { name: 'Interrupt sleeper (SIGINT)' }).click();
  // Only the child gets it: its finally runs, and MainProcess goes on.
  expect(await endOfRun(card)).toBe('exited 0');
  const printed = (await logOf(card)).map(({ text }) => text);
  expect(printed).toEqual(expect.arrayContaining(['woken', '1']));
  expect(printed.join('\n')).toContain('KeyboardInterrupt');
});

test('a run is replayed at the speed that is asked for', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  await picture(card).focus();
  await page.keyboard.press('Home');
  const at = async () => Number(await picture(card).getAttribute('aria-valuenow'));
  await card.getByRole('combobox', { name: 'Speed of the replay' }).selectOption('0.01');
  const began = await at();
  const started = Date.now();
  await card.getByRole('button', { name: 'Replay' }).click();
  await expect.poll(at).toBeGreaterThan(began);
  await card.getByRole('button', { name: 'Pause' }).click();
  // A hundredth of the time that has passed, at most.
  expect(await at()).toBeLessThanOrEqual(began + (Date.now() - started) / 100 + 1);
  await card.getByRole('combobox', { name: 'Speed of the replay' }).selectOption('1');
  await card.getByRole('button', { name: 'Replay' }).click();
  await expect(card.getByRole('button', { name: 'Replay' })).toBeVisible({ timeout: 20_000 });
});

test('a replay goes on while its picture is out of sight, and in a table', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  await card.getByRole('combobox', { name: 'Speed of the replay' }).selectOption('0.3');
  const replay = card.getByRole('button', { name: 'Replay' });
  const replayed = async () => {
    await replay.click();
    await expect(card.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(replay).toBeVisible({ timeout: 20_000 });
  };
  await picture(card).evaluate((canvas) => window.scrollBy(0, canvas.getBoundingClientRect().top - window.innerHeight - 2));
  await expect(picture(card)).not.toBeInViewport();
  await replayed();
  await expect(picture(card)).not.toBeInViewport();
  await card.getByRole('tab', { name: 'Processes' }).click();
  await replayed();
});

test('trace and picture can be taken away', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  const save = async (name: RegExp) => {
    await card.getByRole('button', { name: 'Export' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name }).click()]);
    return readFile(await file.path(), 'utf8');
  };
  const trace = JSON.parse(await save(/Perfetto/)) as { traceEvents: { args?: { name?: string } }[] };
  expect(trace.traceEvents.map(({ args }) => args?.name)).toEqual(expect.arrayContaining(['MainProcess', 'indexer', 'mailer']));
  expect(await save(/SVG/)).toContain('>mailer</text>');
  expect(await save(/PNG/)).toMatch(/^.PNG/);
});

test('the timeline folds and unfolds', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await runProgram(card);
  const toggle = card.getByRole('button', { name: 'Timeline', exact: true });
  await toggle.click();
  await expect(picture(card)).toBeHidden();
  await toggle.click();
  await expect(picture(card)).toBeVisible();
});

test('a sentence of the lesson shows its place in the picture, before and after the run', async ({ page }) => {
  await openLesson(page, 'waiting-and-exit-codes');
  const sentence = page.getByRole('button', { name: /It only ended our waiting/ });
  const card = playground(page);
  await sentence.click();
  await expect(card.getByText('Run the program first')).toBeVisible();
  await expect(card.getByRole('button', { name: /^Run/ })).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await endOfRun(card)).toBe('exited 0');
  await expect(card.locator('.tl-spot')).toContainText(/^MainProcess waits for the end of Process-1, 1\.\d+ s/);
  await card.getByRole('tab', { name: 'Processes' }).click();
  await sentence.click();
  await expect(picture(card)).toBeVisible();
  await card.getByRole('button', { name: 'Remove the mark' }).click();
  await expect(card.locator('.tl-spot')).toHaveCount(0);
});
