import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, isListening, openPlayground, test } from './fixtures';

const pages = {
  home: '/en',
  'home in Chinese': '/zh',
  lessons: '/en/lessons',
  'a lesson': '/en/lessons/waiting-and-exit-codes',
  'a lesson in Chinese': '/zh/lessons/first-process',
  playground: '/en/playground',
  'the reference in Chinese': '/zh/reference',
  'a module of the reference': '/en/reference/threading',
  'the page on embedding': '/en/docs/embedding',
  'what is not found': '/en/nowhere',
  'a lesson’s embed': '/embed?program=naming-and-identity/two-names',
};

/** All that another theme can change. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

for (const [name, address] of Object.entries(pages)) {
  test(`axe finds nothing wrong with ${name}, in either theme`, async ({ sharedPage: page }) => {
    // It looks at each element, and is slow on a long page: that says nothing about the site.
    test.slow();
    await page.goto(address);
    await inTheme(page, 'light');
    expect.soft(await violationsOf(page), 'light').toEqual([]);
    await inTheme(page, 'dark');
    expect.soft(await violationsOf(page, OF_COLOURS), 'dark').toEqual([]);
  });
}

test('axe finds nothing wrong with the open search, nor with the sheet that shares', async ({ page }) => {
  await openPlayground(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').fill('queue');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect.soft(await violationsOf(page), 'search').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share or download this code' }).first().click();
  await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  expect.soft(await violationsOf(page), 'share').toEqual([]);
});

async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
}

/** @param rules - default: all. */
async function violationsOf(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`);
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, expectedOffences: /404.*nowhere/ });

  test('no page scrolls sideways', async ({ page }) => {
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(address, { waitUntil: 'networkidle' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, name).toBeLessThanOrEqual(360);
    }
  });

  test('the menu has the lessons, and closes', async ({ page }) => {
    await page.goto('/en/lessons/why-processes');
    await isListening(page);
    await page.getByRole('button', { name: 'Menu', exact: true }).tap();
    const sheet = page.getByRole('dialog', { name: 'Menu' });
    await sheet.getByRole('link', { name: /Naming/ }).tap();
    await expect(page).toHaveURL(/naming-and-identity\/?$/);
    await expect(sheet).toBeHidden();
  });
});

test.describe('by keyboard', () => {
  test('the first Tab offers to skip to the content', async ({ page }) => {
    await page.goto('/en/lessons/first-process');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#content')).toBeFocused();
  });

  test('Tab reaches the end of a lesson from its beginning', async ({ page }) => {
    await page.goto('/en/lessons/first-process');
    const last = page.locator('[rel=next]');
    let steps = 0;
    while (!(await last.evaluate((element) => element === document.activeElement))) {
      if (++steps > 150) throw new Error('Tab does not get there: the focus is trapped or lost');
      await page.keyboard.press('Tab');
    }
    expect(steps).toBeGreaterThan(10);
  });
});
