import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from './check-count';
import { withoutDifference } from './check-generated';
import { type Step, commands, runSteps, together } from './check-step';
import { findChromium } from './find-chromium';

/*
 * The gate. `npm run check` runs everything up to the build, `npm test` the end-to-end tests as well (--e2e).
 * The last line counts the tests, for people and for CI alike.
 */

const reports = mkdtempSync(join(tmpdir(), 'spawnpoint-check-'));
const reportFiles = ['node', 'chromium', 'e2e'].map((name) => join(reports, `${name}.json`));
const [nodeReport = '', chromiumReport = '', e2eReport = ''] = reportFiles;

function vitest(name: string, project: string, report: string): Step {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json="${report}"`];
  return commands(name, [['vitest', 'run', `--project=${project}`, ...reporters]], {
    // Vite would like file extensions in the configuration's imports; nowhere else do we write them.
    env: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  });
}

const chromium: Step = {
  name: 'find a Chromium',
  run: (show) => {
    const path = findChromium((line) => show(`  ${line}\n`));
    show(`  ${path}\n`);
    // The steps after this one are processes of their own: they need not look again.
    process.env['CHROME_PATH'] = path;
    return Promise.resolve();
  },
};

const check: Step[] = [
  commands('format', [['biome', 'format', '--error-on-warnings']], { quiet: true }),
  withoutDifference(
    together(
      commands('generated files', [
        ['tsx', 'scripts/build-runtime.ts'],
        ['tsx', 'scripts/build-embed.ts'],
        ['tsx', 'scripts/build-fonts.ts'],
        ['next', 'typegen'],
      ]),
      commands('generated types', [['tsx', 'scripts/build-types.ts']]),
    ),
  ),
  together(
    commands('lint', [['eslint', '--max-warnings', '0', '.']]),
    commands('types', [
      ['tsc', '--noEmit'],
      ['tsc', '--noEmit', '-p', 'tsconfig.programs.json'],
    ]),
  ),
  vitest('unit and contract tests on Node', 'node', nodeReport),
  chromium,
  vitest('contract tests in Chromium', 'chromium', chromiumReport),
  withoutDifference(
    commands(
      'build',
      [
        ['next', 'build'],
        ['tsx', 'scripts/extract-scripts.ts'],
        ['tsx', 'scripts/check-size.ts'],
      ],
      { quiet: true },
    ),
  ),
];

const e2e = commands('end-to-end tests', [['playwright', 'test', '--reporter=dot,json']], {
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
});

const steps = process.argv.includes('--e2e') ? [...check, e2e] : check;
const started = performance.now();
const failedStep = await runSteps(steps, (text) => process.stdout.write(text));
const { passed, failed } = countTests(reportFiles);
rmSync(reports, { recursive: true, force: true });

console.log(
  `\n${failedStep === null ? 'All steps passed' : `Stopped at: ${failedStep}`} after ${Math.round((performance.now() - started) / 1000)} s`,
);
// A step that fails without a failed test, such as lint, is a failure to count.
console.log(`${passed} passed, ${failedStep === null ? failed : Math.max(failed, 1)} failed`);
process.exitCode = failedStep === null && failed === 0 ? 0 : 1;
