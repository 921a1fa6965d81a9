import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What tests start Chromium with: no helper of its own may speak to another host, and small machines have no GPU. The pages behind
 * the address bar, which nobody sees here, and a renderer kept in reserve cost as much as a page of the site, for each window.
 * (The list takes the place of Playwright's own: all other features are as readers have them.)
 */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess',
];

/** Where to look, so that tests can pretend to be another machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The place of the browser that Playwright installs, whether it is there or not. */
  readonly playwright: string;
  exists(path: string): boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  playwright: chromium.executablePath(),
  exists: existsSync,
};

/**
 * The path of a Chromium that is there, or null.
 * @throws Error - CHROME_PATH names a file that is not there: to test another browser than was asked for helps nobody.
 */
export function knownChromium(machine: Machine = thisMachine): string | null {
  const chosen = machine.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (machine.exists(chosen)) return chosen;
    throw new Error(`Cannot find the browser that CHROME_PATH names: ${chosen}`);
  }
  return [...usualPlaces(machine), machine.playwright].find((path) => machine.exists(path)) ?? null;
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const applications = ['/Applications', join(env['HOME'] ?? '', 'Applications')];
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      applications.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined);
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap((file) => folders.map((folder) => `${folder}\\${file}`));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
}

/** The path of a Chromium; where there is none, one is installed. `say` is told what happens. */
export function findChromium(say: (line: string) => void): string {
  const known = knownChromium();
  if (known !== null) return known;
  say("There is no Chromium in the usual places (CHROME_PATH would name one): installing Playwright's …");
  run('npx', ['playwright', 'install', 'chromium']);
  if (starts(thisMachine.playwright)) return thisMachine.playwright;
  const isRoot = process.getuid?.() === 0;
  if (process.platform === 'linux' && isRoot) {
    say("Playwright's could not be installed or does not start here: installing the system's with apt-get …");
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    const installed = usualPlaces(thisMachine).find(starts);
    if (installed !== undefined) return installed;
  }
  throw new Error('Cannot install a Chromium: install one by hand (on Debian: sudo apt-get install chromium) or set CHROME_PATH');
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    // Standard output is for results: what an installer says goes beside it.
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** A browser without the system's libraries is there and yet does not start. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows this question opens a window.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
