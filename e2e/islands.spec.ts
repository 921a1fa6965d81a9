import { endOfRun, expect, isListening, logOf, openLesson, openPlayground, playground, pressRun, test } from './fixtures';
import { main, setProgram, shownCode } from './playground-editor';

/* A lesson's programs are text until the reader gets near. */

const CHUNKS = '**/_next/static/chunks/**';

test('Run counts, once, also before the script is there that it is for', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  await isListening(page);
  const card = playground(page);
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let held = 0;
  await page.route(CHUNKS, async (route) => {
    held++;
    await released;
    await route.continue();
  });
  await pressRun(card);
  expect(held).toBeGreaterThan(0);
  release();
  expect(await endOfRun(card)).toBe('exited 0');
  const written = (await logOf(card)).filter(({ text }) => text.startsWith('MainProcess has pid'));
  expect(written).toHaveLength(1);
});

test.describe('without a network for a moment', () => {
  test.use({ expectedOffences: /ERR_FAILED/ });

  test('a script that does not come is asked for again', async ({ page }) => {
    await openLesson(page, 'naming-and-identity');
    await isListening(page);
    const card = playground(page);
    await page.route(CHUNKS, (route) => route.abort());
    await card.getByRole('tab', { name: 'main.ts' }).hover();
    await page.unroute(CHUNKS);
    await page.mouse.move(0, 0);
    await pressRun(card);
    expect(await endOfRun(card)).toBe('exited 0');
  });
});

test('what the reader has written is shown before anything is touched', async ({ page }) => {
  await openLesson(page, 'naming-and-identity');
  const card = playground(page);
  await setProgram(card, main("console.log('mine');"));
  await openPlayground(page);
  await openLesson(page, 'naming-and-identity');
  await expect(shownCode(card)).toContainText('mine');
});

test('a sentence wakes the program it speaks of, and no other', async ({ page }) => {
  await openLesson(page, 'waiting-and-exit-codes');
  await isListening(page);
  const sentence = page.getByRole('button', { name: /It only ended our waiting/ });
  await sentence.click();
  await expect(playground(page).getByText('Run the program first')).toBeVisible();
  await expect(page.locator('.island').last()).toHaveAttribute('data-asleep');
});
