import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/find-chromium';
import { freePort } from './scripts/free-port';

// Each worker of Playwright reads this file again: what the first one found is handed down.
const port = (process.env['E2E_PORT'] ??= String(await freePort()));
const executablePath = (process.env['CHROME_PATH'] ??= findChromium((line) => console.log(line)));
const baseURL = `http://localhost:${port}`;
/** Instead of the site's own server: what `npm run export` wrote, from a static one. */
const isExport = process.env['E2E_EXPORT'] !== undefined;

export default defineConfig({
  testDir: './e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // A test that needs a second try tells of a race, here or in the site.
  retries: 0,
  ...(process.env['CI'] === undefined ? {} : { workers: 2 }),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'side-by-side' },
    { name: 'measured', testMatch: '**/*.measured.ts', dependencies: ['side-by-side'], fullyParallel: false },
  ],
  use: {
    baseURL,
    // Each test has a browser of its own, and would fetch the whole site again; `offline.spec.ts` is about it.
    serviceWorkers: 'block',
    // Recording costs a fifth of the time; `--trace on` shows what happened.
    trace: 'off',
    launchOptions: {
      executablePath,
      args: [
        ...chromiumArguments,
        // No name but this machine's is ever looked up, whatever a page asks for.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: `npx --no-install tsx scripts/${isExport ? 'serve-export' : 'start'}.ts`,
    env: { PORT: port },
    url: `${baseURL}/en`,
    // Another server's site would be tested instead of this one.
    reuseExistingServer: false,
    // From a clean clone the site is built first.
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
