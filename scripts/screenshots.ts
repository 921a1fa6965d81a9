import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from './find-chromium';

/*
 * `npm run screenshots -- http://localhost:3000`: every kind of page at every size, in both themes and languages, into
 * `test-results/screenshots/`, to be looked at; and the picture in the README.
 */

const origin = process.argv[2] ?? 'http://localhost:3000';
const folder = join(import.meta.dirname, '../test-results/screenshots');

const sizes = { desktop: [1440, 900], laptop: [1180, 800], phone: [390, 844] } as const;
const pages = { home: '', lessons: '/lessons', lesson: '/lessons/first-process', playground: '/playground' };

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(console.log), args: [...chromiumArguments] });

for (const [size, [width, height]] of Object.entries(sizes)) {
  for (const theme of ['light', 'dark'] as const) {
    for (const lang of ['en', 'zh']) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        hasTouch: size === 'phone',
        isMobile: size === 'phone',
      });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${origin}/${lang}${path}`, { waitUntil: 'networkidle' });
        if (name === 'lesson' || name === 'playground') await run(page);
        await page.screenshot({ path: join(folder, `${name}-${size}-${theme}-${lang}.png`) });
      }
      await context.close();
    }
  }
}

const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'light' });
await page.goto(`${origin}/en/lessons/first-process`, { waitUntil: 'networkidle' });
await run(page);
await page.screenshot({ path: join(import.meta.dirname, '../docs/screenshot.png') });
await browser.close();

/** Runs the first program of the page, to the end. */
async function run(page: Page): Promise<void> {
  const card = page.locator('.pg').first();
  await card.getByRole('button', { name: /^(Run|运行)/ }).click();
  await card.getByTestId('pg-phase').filter({ hasText: /\d/ }).waitFor();
  await card.evaluate((element) => {
    window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - 120 });
  });
}
