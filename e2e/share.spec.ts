import { readFile } from 'node:fs/promises';
import { expect, openPlayground, phaseOf, playground, runProgram, terminalText, test } from './fixtures';
import { main, writeProgram } from './playground-editor';

/* A link carries the code behind its `#`; opening it shows the code and runs nothing. */

test('a link that was copied opens with its code, which runs when asked', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPlayground(page);
  await writeProgram(playground(page), main("console.log('from a link');"));
  await page.getByRole('button', { name: 'Share or download this code' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Share this code' });
  await expect(sheet.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Copy the link' }).click();
  await expect(sheet.getByText('Link copied')).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Download main.ts' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('from a link');
  const [zip] = await Promise.all([page.waitForEvent('download'), sheet.getByRole('button', { name: /as a project/ }).click()]);
  expect(zip.suggestedFilename()).toBe('my-program.zip');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  const card = playground(page);
  await expect(card.getByText('This code came with the link.')).toBeVisible();
  await expect(phaseOf(card)).toContainText('ready');
  expect(await runProgram(card)).toBe('exited 0');
  await expect.poll(() => terminalText(card)).toBe('from a link');
});

test('a damaged link says so', async ({ page }) => {
  await page.goto('/en/playground#code=abc');
  await expect(playground(page).getByText('The link is damaged')).toBeVisible();
});

test('a script can run programs on the page', async ({ page }) => {
  await openPlayground(page);
  await page.waitForFunction(() => 'spawnpoint' in window);
  const result = await page.evaluate(async () => {
    const { spawnpoint } = window as unknown as { spawnpoint: { run(files: unknown, options: unknown): Promise<object> } };
    const main = "import { input } from 'builtins';\nimport { twice } from './work';\nconsole.log(twice(input()));\n";
    const work = 'export const twice = (text: string) => text + text;\n';
    const { trace, ...rest } = (await spawnpoint.run({ 'main.ts': main, 'work.ts': work }, { input: 'ab\n' })) as {
      trace: unknown[];
    };
    return { ...rest, traced: trace.length > 0 };
  });
  expect(result).toEqual({ stdout: 'abab\n', stderr: '', exitcode: 0, traced: true });
});
