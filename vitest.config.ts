import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type Plugin } from 'vitest/config';
import { boxHeaders, pageHeaders } from './runtime/box/headers';
import { chromiumArguments, knownChromium } from './scripts/find-chromium';

const executablePath = knownChromium();

/** Gives the pages of the tests, and the box, the headers that the site's server gives them. */
const siteHeaders: Plugin = {
  name: 'site-headers',
  enforce: 'pre',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const isBox = request.url?.split('?')[0] === '/runtime/box.html';
      for (const [name, value] of Object.entries(isBox ? boxHeaders : pageHeaders)) response.setHeader(name, value);
      next();
    });
  },
};

// Longer than any program may run: a test that hangs is told by the harness, with what was written so far.
const testTimeout = 30_000;

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // A process or page for each file would take a minute of the gate.
    isolate: false,
    // Of tests that are concurrent, in one file: each is a machine with several threads.
    maxConcurrency: 3,
    // Files at a time: the default leaves one core idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['**/*.test.{ts,tsx}', '**/*.contract.ts'],
          // Exercises are checked where learners do them.
          exclude: ['node_modules/**', '.next/**', 'e2e/**', 'content/lessons/**', 'content/exercises.contract.ts'],
          globalSetup: './scripts/build-before-tests.ts',
          testTimeout,
        },
      },
      {
        extends: true,
        plugins: [siteHeaders],
        // Found while the tests run, a package would be bundled anew and reload them.
        optimizeDeps: { include: ['@jridgewell/trace-mapping', 'acorn', 'fast-check', 'sucrase', 'yaml', 'zod'] },
        test: {
          name: 'chromium',
          include: ['**/*.contract.ts'],
          exclude: ['node_modules/**', '.next/**', 'e2e/**', 'content/lessons/**'],
          globalSetup: './scripts/build-before-tests.ts',
          testTimeout,
          // Pages of one browser, each with processes of its own.
          maxWorkers: 2,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: chromiumArguments, ...(executablePath === null ? {} : { executablePath }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
