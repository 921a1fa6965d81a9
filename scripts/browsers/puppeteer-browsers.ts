import { existsSync } from 'node:fs';
import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { chromiumArguments, knownChromium } from '../find-chromium';
import { type DrivenBrowser, type KnownBrowser, PATIENCE_MS } from './driven-browser';

export const chromium: KnownBrowser = {
  name: 'Chromium',
  note: 'headless',
  start: () => {
    const executablePath = knownChromium();
    return executablePath === null
      ? Promise.resolve(null)
      : launch({ browser: 'chrome', executablePath, args: chromiumArguments });
  },
};

export const firefox: KnownBrowser = {
  name: 'Firefox',
  note: 'headless, by WebDriver BiDi',
  start: () => {
    const executablePath = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
      (path) => path !== undefined && existsSync(path),
    );
    return executablePath === undefined ? Promise.resolve(null) : launch({ browser: 'firefox', executablePath });
  },
};

async function launch(options: LaunchOptions): Promise<DrivenBrowser> {
  const browser = await puppeteer.launch({ ...options, headless: true, protocolTimeout: PATIENCE_MS });
  const page = await browser.newPage();
  return {
    version: (await browser.version()).replace('/', ' '),
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS });
    },
    run: (body, input) => page.evaluate(`(async (input) => { ${body} })(${JSON.stringify(input)})`),
    close: () => browser.close(),
  };
}
