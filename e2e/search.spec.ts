import { expect, isListening, test } from './fixtures';

/* The search, by keyboard alone. */

test('Ctrl+K finds a lesson, a name and a Chinese word, and does commands', async ({ page }) => {
  await page.goto('/en/lessons');
  await isListening(page);
  await page.keyboard.press('ControlOrMeta+K');
  const input = page.getByRole('combobox', { name: 'Search and commands' });
  await expect(input).toBeFocused();
  await input.fill('imapUn');
  await expect(page.getByRole('option', { name: /^Pool\.imapUnordered/ }).first()).toBeVisible();
  await input.fill('daemon');
  await expect(page.getByRole('option').first()).toHaveText('Daemon processes');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/daemon-processes/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+K');
  await input.fill('dark');
  await page.getByRole('option', { name: 'Theme: dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.goto('/zh');
  await isListening(page);
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox').fill('进程池');
  await page
    .getByRole('option', { name: /进程池/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/zh\/lessons\/pool-of-workers/);
});
