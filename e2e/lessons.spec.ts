import { lessonFolders } from '../content/lesson-files';
import { basePath, expect, isListening, openLesson, playground, test } from './fixtures';

/* What a reader of the lessons was promised. */

const course = lessonFolders('content/lessons').map(({ name }) => name.replace(/^\d+-/, ''));

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson can be read, programs and all', async ({ page }) => {
    await openLesson(page, 'naming-and-identity');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const programs = page.locator('.program');
    // Four of the text, and one for each exercise.
    await expect(programs).toHaveCount(6);
    await expect(programs.first().locator('code').first()).toContainText('import');
    // Highlighted when the site was built, not by a script.
    await expect(programs.first().locator('code .line span[style], code .line span[class]').first()).toBeVisible();
  });

  test('the chooser of languages is two links', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: /English/ })).toHaveAttribute('href', `${basePath}/en`);
    await expect(page.getByRole('link', { name: /中文/ })).toHaveAttribute('href', `${basePath}/zh`);
  });
});

test.describe('an address with nothing behind it', () => {
  test.use({ expectedOffences: /status of 404/ });

  test('is told in its language, under a title in both', async ({ page }) => {
    for (const [lang, heading] of [
      ['en', 'There is no page here'],
      ['zh', '这里没有页面'],
    ] as const) {
      await page.goto(`${basePath}/${lang}/nowhere`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expect(page).toHaveTitle('Page not found · 找不到页面 · Spawnpoint');
      await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? 'zh-CN' : 'en');
    }
  });
});

// Monaco alone is a megabyte, and four where the host does not compress. A fast connection fetches the compiler and the terminal too.
for (const { reader, saveData, isReady, most, mostPlain } of [
  { reader: 'who saves data', saveData: true, isReady: false, most: 300_000, mostPlain: 1_000_000 },
  { reader: 'with a fast connection', saveData: false, isReady: true, most: 500_000, mostPlain: 1_600_000 },
]) {
  test(`the editor is not loaded for reading, nor a machine for nobody, by a reader ${reader}`, async ({ page }) => {
    await page.addInitScript((saves) => {
      Object.defineProperty(navigator, 'connection', { value: { effectiveType: '4g', saveData: saves } });
    }, saveData);
    const sizes: Promise<number>[] = [];
    const encodings = new Set<string | undefined>();
    page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return;
      // One that has not told its size when the test ends is none of the test's.
      const size = request.sizes().catch(() => ({ responseBodySize: 0 }));
      sizes.push(size.then(({ responseBodySize }) => responseBodySize));
    });
    page.on('response', (response) => {
      encodings.add(response.headers()['content-encoding']);
    });
    /** Bytes of scripts, once no more come. */
    const loaded = async () => {
      let before = -1;
      const newOnes = () => {
        const count = sizes.length - before;
        before = sizes.length;
        return count;
      };
      await expect.poll(newOnes, { intervals: [700] }).toBe(0);
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    };
    const isPlain = () => !encodings.has('gzip');
    const box = page.locator('iframe[src*="box.html"]');

    await openLesson(page, 'naming-and-identity');
    const unread = await loaded();
    expect(unread).toBeGreaterThan(0);
    expect(unread).toBeLessThan(isPlain() ? 1_000_000 : 300_000);
    await expect(box).toHaveCount(0);

    // A playground has to be in sight as well.
    await playground(page).scrollIntoViewIfNeeded();
    await page.mouse.move(5, 300);
    await expect(box).toHaveCount(isReady ? 1 : 0);
    expect(await loaded()).toBeLessThan(isPlain() ? mostPlain : most);
  });
}

test('previous and next lead through the whole course', async ({ page }) => {
  await openLesson(page, course[0] ?? '');
  const neighbours = page.getByRole('navigation', { name: 'Previous and next lesson' });
  await expect(neighbours.locator('[rel=prev]')).toHaveCount(0);
  for (const slug of course.slice(1)) {
    await neighbours.locator('[rel=next]').click();
    await expect(page).toHaveURL(new RegExp(`/en/lessons/${slug}/?$`));
  }
  await expect(neighbours.locator('[rel=next]')).toHaveCount(0);
  await neighbours.locator('[rel=prev]').click();
  await expect(page).toHaveURL(new RegExp(`/en/lessons/${course.at(-2) ?? ''}/?$`));
});

test('the sidebar names all lessons, and the one that is open', async ({ page }) => {
  await openLesson(page, 'first-process');
  const sidebar = page.getByRole('navigation', { name: 'Lessons', exact: true });
  await expect(sidebar.getByRole('link')).toHaveCount(course.length);
  await expect(sidebar.locator('[aria-current=page]')).toHaveAttribute('href', /\/en\/lessons\/first-process\/?$/);
  await sidebar.locator('[href*=daemon-processes]').click();
  await expect(sidebar.locator('[aria-current=page]')).toHaveAttribute('href', /\/en\/lessons\/daemon-processes\/?$/);
});

test('progress is marked, and kept', async ({ page }) => {
  await openLesson(page, 'first-process');
  const sidebar = page.getByRole('navigation', { name: 'Lessons', exact: true });
  const mark = sidebar.locator('[href*=first-process]');
  await expect(mark).toContainText('(opened)');
  await page.getByRole('button', { name: /Mark as done/ }).click();
  await expect(mark).toContainText('(done)');
  await page.reload();
  await expect(mark).toContainText('(done)');
  await expect(sidebar.locator('[href*=why-processes]')).not.toContainText('(');
  await page.goto('/en');
  await expect(page.getByRole('main').getByRole('link', { name: /Continue with/ })).toHaveAttribute(
    'href',
    /\/en\/lessons\/why-processes\/?$/,
  );
});

test('the language switch stays on the lesson, and is remembered', async ({ page }) => {
  await openLesson(page, 'waiting-and-exit-codes');
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh\/lessons\/waiting-and-exit-codes\/?$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.goto('/');
  await expect(page).toHaveURL(/\/zh\/?$/);
});

for (const { locale, lang } of [
  { locale: 'zh-TW', lang: 'zh' },
  { locale: 'en-GB', lang: 'en' },
  { locale: 'fr-FR', lang: 'en' },
]) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });

    test(`is sent to ${lang}`, async ({ page }) => {
      await page.goto('/');
      await expect(page).toHaveURL(new RegExp(`/${lang}/?$`));
    });
  });
}

test('a lesson names its own address, and that of its translation, in full', async ({ page }) => {
  await openLesson(page, 'locks');
  const pathOf = (address: string | null) => new URL(address ?? '').pathname.replace(/\/$/, '');
  const here = pathOf(page.url());
  const link = (which: string) => page.locator(`head > link${which}`).getAttribute('href');
  expect(pathOf(await link('[rel=canonical]'))).toBe(here);
  expect(pathOf(await link('[hreflang=zh-CN]'))).toBe(here.replace('/en/', '/zh/'));
});

for (const lang of ['en', 'zh'] as const) {
  test(`a link to a lesson has a picture of its own where it is shown, in ${lang}`, async ({ page }) => {
    await openLesson(page, 'locks', lang);
    const address = await page.locator('head > meta[property="og:image"]').getAttribute('content');
    const { pathname } = new URL(address ?? '');
    expect(pathname).toMatch(new RegExp(`/og/${lang}/locks\\.png$`));
    const response = await page.request.get(pathname);
    expect(response.headers()['content-type']).toBe('image/png');
    expect(shapeOf(await response.body())).toEqual([1200, 630]);
  });
}

/** Width and height of a PNG file, which stand at its beginning. */
function shapeOf(file: Buffer): readonly [number, number] {
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}

test('a page that is not there says so', async ({ page }) => {
  const response = await page.request.get('/en/lessons/nothing');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('There is no page here');
});

test.describe('in a dark system', () => {
  test.use({ colorScheme: 'dark' });

  test('the first paint is dark already', async ({ page }) => {
    await page.addInitScript(() => {
      // Looks once per frame from the first on: what was ever painted is in the list.
      const seen: string[] = [];
      Object.assign(window, { seenBackgrounds: seen });
      const look = () => {
        const body = document.querySelector('body');
        if (body !== null) seen.push(getComputedStyle(body).backgroundColor);
        if (seen.length < 30) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await openLesson(page, 'first-process');
    const seen = () => page.evaluate(() => (window as unknown as { seenBackgrounds: string[] }).seenBackgrounds);
    await expect.poll(async () => (await seen()).length).toBe(30);
    const colours = [...new Set(await seen())];
    expect(colours).toHaveLength(1);
    expect(luminance(colours[0] ?? '')).toBeLessThan(0.2);
  });

  test('light can be chosen, and stays', async ({ page }) => {
    await openLesson(page, 'first-process');
    await isListening(page);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('radio', { name: 'Light' }).check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });

  /** From 0 for black to 1 for white, near enough. */
  function luminance(colour: string): number {
    const numbers = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    const scale = colour.startsWith('rgb') ? 255 : 1;
    return numbers.reduce((sum, channel) => sum + channel, 0) / (3 * scale);
  }
});
