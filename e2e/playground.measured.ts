import { expect, logOf, openPlayground, phaseOf, playground, pressRun, test } from './fixtures';
import { FLOOD, writeProgram } from './playground-editor';

/* What a test that measures needs to itself: these run one by one, when all others are done. */

test('a flood leaves the page at 50 frames a second, and Stop shows within 100 ms', async ({ page }) => {
  await openPlayground(page);
  const card = playground(page);
  await writeProgram(card, FLOOD);
  await pressRun(card);
  await expect(phaseOf(card)).toContainText('running');
  await expect.poll(async () => (await logOf(card)).length).toBe(100);
  const framesPerSecond = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const from = performance.now();
          let frames = 0;
          const count = (now: number) => {
            frames++;
            if (now - from < 1000) requestAnimationFrame(count);
            else resolve((frames * 1000) / (now - from));
          };
          requestAnimationFrame(count);
        }),
    );
  // The first seconds compile what draws; what lasts counts.
  await expect.poll(framesPerSecond, { timeout: 15_000, intervals: [0] }).toBeGreaterThanOrEqual(50);
  const stopMs = await card.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const phase = element.querySelector('[data-testid=pg-phase]');
        const button = element.querySelector<HTMLElement>('.pg-run');
        let from = 0;
        new MutationObserver(() => {
          // On the screen after the next frame.
          if (phase?.textContent.includes('stopped')) requestAnimationFrame(() => resolve(performance.now() - from));
        }).observe(element, { subtree: true, childList: true, characterData: true });
        button?.addEventListener('click', (event) => (from = event.timeStamp), { capture: true });
        button?.click();
      }),
  );
  expect(stopMs).toBeLessThanOrEqual(100);
  await expect(card.getByRole('button', { name: /^Run/ })).toBeVisible();
});
