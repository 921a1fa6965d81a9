import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from '@playwright/test';
import { codeFragment } from '../app/_components/playground/share/code-link';
import { chromiumArguments, findChromium } from '../scripts/find-chromium';
import { freePort } from '../scripts/free-port';
import type { Measured } from './measure';

/** Fresh pages that the first run is measured on. */
const COLD_PAGES = 7;

/** The program of the table, and what a reader feels, on the built site in a real browser. */
export async function measureChromium(): Promise<Measured> {
  console.error('measuring Chromium …');
  const site = await openSite();
  try {
    const program = await programRows(site);
    return { where: 'Chromium', values: { ...program, first: await firstLines(site), ...(await millionLines(site)) } };
  } finally {
    await site.close();
  }
}

interface Site {
  readonly browser: Browser;
  readonly origin: string;
  close(): Promise<void>;
}

async function openSite(): Promise<Site> {
  const port = await freePort();
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of server.stdout) if (String(text).includes('Ready')) break;
  const browser = await chromium.launch({ executablePath: findChromium(console.log), args: [...chromiumArguments] });
  return {
    browser,
    origin: `http://localhost:${port}`,
    close: async () => {
      await browser.close();
      server.kill();
      await once(server, 'exit');
    },
  };
}

async function programRows({ browser, origin }: Site): Promise<Measured['values']> {
  // As on any visit but the first, in whose first seconds the service worker keeps the site.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${origin}/en/playground`);
  const source = readFileSync(join(import.meta.dirname, 'programs/performance.ts'), 'utf8');
  await page.waitForFunction(() => 'spawnpoint' in window);
  const run = `window.spawnpoint.run(${JSON.stringify(source)}, { timeout: 180 })`;
  const { stdout, stderr } = await page.evaluate<Output>(`${run}.then(({ stdout, stderr }) => ({ stdout, stderr }))`);
  await context.close();
  if (stderr !== '') throw new Error(`Cannot measure Chromium: ${stderr}`);
  return JSON.parse(stdout) as Measured['values'];
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** From the click on Run in a page just opened, by a reader whose pointer is on it, to the first line of the program in the terminal. */
async function firstLines(site: Site): Promise<number[]> {
  const values: number[] = [];
  for (let round = 0; round < COLD_PAGES; round++) {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.origin}/en/playground`);
    await page.getByRole('button', { name: /^Run/ }).hover();
    await page.waitForLoadState('networkidle');
    const elapsed = await page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const button = [...document.querySelectorAll<HTMLButtonElement>('.pg button')].find((it) =>
            it.innerText.startsWith('Run'),
          );
          const card = document.querySelector('.pg');
          if (button === undefined || card === null) return reject(new Error('Cannot find the playground'));
          const began = performance.now();
          new MutationObserver(() => {
            if (card.querySelector('.xterm-rows')?.textContent.trim()) resolve(performance.now() - began);
          }).observe(card, { childList: true, subtree: true, characterData: true });
          button.click();
        }),
    );
    values.push(elapsed);
    await context.close();
  }
  return values;
}

async function millionLines(site: Site): Promise<Measured['values']> {
  const page = await openProgram(site, 'million-lines.ts');
  const session = await page.context().newCDPSession(page);
  const heapMegabytes = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 2 ** 20;
  };
  const before = await heapMegabytes();
  await page.evaluate('frames_ = 0; (function count() { frames_++; requestAnimationFrame(count); })()');
  const began = Date.now();
  await run(page, 120_000);
  const seconds = (Date.now() - began) / 1000;
  const frames = Number(await page.evaluate('frames_'));
  const growth = (await heapMegabytes()) - before;
  await page.context().close();
  return { million: [seconds], frames: [frames / seconds], growth: [growth] };
}

/** The playground in a fresh page with a program of this folder in it, as in the hands of who writes it: in the editor. */
async function openProgram({ browser, origin }: Site, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const source = readFileSync(join(import.meta.dirname, 'programs', name), 'utf8');
  await page.goto(`${origin}/en/playground${await codeFragment(source)}`);
  await page.getByText('This code came with the link.').waitFor();
  await page.getByTestId('pg-code').click();
  await page.locator('.monaco-editor').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

async function run(page: Page, timeout = 60_000): Promise<void> {
  await page.getByRole('button', { name: /^Run/ }).click();
  await page.getByTestId('pg-phase').filter({ hasText: 'exited' }).waitFor({ timeout });
}
