import { expect, openProgram, phaseOf, pressRun, test } from './fixtures';
import { rawTarget } from './fixtures/raw-target';

test.use({ expectedOffences: /crash/i });

test('when the process of the box dies, the page says so, and the next run gets a new box', async ({ browser, page }) => {
  const card = await openProgram(page, "import time from 'time';\nconsole.log('here');\ntime.sleep(5);\n");
  await pressRun(card);
  await expect(phaseOf(card)).toContainText('running');
  const raw = await rawTarget(browser, (type, url) => type === 'page' && /\/en\/playground\/?#/.test(url));
  const box = await rawTarget(browser, (type, url) => type === 'iframe' && url.includes('/runtime/box.html'));
  box.crash();
  const text = () => raw.evaluate("document.querySelector('.pg').innerText");
  await expect.poll(text, { timeout: 20_000 }).toMatch(/The program crashed/);
  await raw.evaluate("[...document.querySelectorAll('.pg button')].find((it) => /^Run/.test(it.innerText)).click()");
  await expect.poll(text, { timeout: 20_000 }).toContain('exited 0');
});
