import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import reasons from '../runtime/conformance/reasons.json';
import recorded from '../runtime/conformance/passed.json';
import { conformanceRows } from '../runtime/conformance/rows';
import { tableOfClasses, rowsNotPassed } from './conformance/report';
import { runVitest } from './conformance/run-vitest';

/*
 * Runs CPython's tests of multiprocessing, as written for this library, on Node and in Chromium, and says how many pass.
 *
 *   npm run conformance                  both platforms
 *   npm run conformance -- node          one of them
 *   npm run conformance -- --update      raises the numbers below which it fails
 */

const passedFile = join(import.meta.dirname, '../runtime/conformance/passed.json');
const platforms = (['node', 'chromium'] as const).filter(
  (platform) => process.argv.includes(platform) || !process.argv.some((argument) => /^(?:node|chromium)$/.test(argument)),
);
const folder = mkdtempSync(join(tmpdir(), 'spawnpoint-conformance-'));
const numbers = { ...recorded };
let dropped = false;

for (const platform of platforms) {
  const report = join(folder, `${platform}.json`);
  runVitest(platform, 'runtime/conformance/conformance.contract.ts', report);
  const outcomes = outcomesOf(report);
  const passed = conformanceRows.filter(({ name }) => outcomes.get(name)?.passed === true).length;
  console.log(`\n${platform}\n`);
  console.log(tableOfClasses(conformanceRows, outcomes));
  const missing = rowsNotPassed(conformanceRows, outcomes, reasons);
  if (missing.length > 0) console.log(`\nnot passed:\n${missing.join('\n')}`);
  console.log(`\n${platform}: ${passed} / ${conformanceRows.length} passed (at least ${recorded[platform]} have to)`);
  dropped ||= passed < recorded[platform];
  numbers[platform] = Math.max(numbers[platform], passed);
}
rmSync(folder, { recursive: true, force: true });
if (process.argv.includes('--update')) {
  writeFileSync(passedFile, `{ "node": ${numbers.node}, "chromium": ${numbers.chromium} }\n`);
}
process.exitCode = dropped ? 1 : 0;

interface Assertion {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

function outcomesOf(report: string) {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: readonly Assertion[] }[];
  };
  return new Map(
    testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status, failureMessages }) => [
        title,
        { passed: status === 'passed', why: failureMessages.join('\n') },
      ]),
    ),
  );
}
