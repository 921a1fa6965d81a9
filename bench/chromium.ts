import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type Page, chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../scripts/find-chromium';
import { freePort } from '../scripts/free-port';

/** The built site in a browser. */
export interface Site {
  readonly browser: Browser;
  readonly origin: string;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
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

/** The playground in a fresh page, with a program in it that the reader is said to have kept. */
export async function openProgram({ browser, origin }: Site, source: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${origin}/en/playground`);
  await page.locator('.pg .code').first().click();
  await page.getByRole('textbox', { name: /editor|main\.ts/i }).waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(source);
  return page;
}
