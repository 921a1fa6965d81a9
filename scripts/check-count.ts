import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests passed and failed in one or more test runs. */
export interface TestCount {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numFailedTestSuites: z.number() });
const playwrightReport = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) });

/** Reads the JSON reports of Vitest and Playwright; a report that was not written counts nothing. */
export function countTests(files: readonly string[]): TestCount {
  let passed = 0;
  let failed = 0;
  for (const file of files.filter((name) => existsSync(name))) {
    const count = countReport(JSON.parse(readFileSync(file, 'utf8')));
    passed += count.passed;
    failed += count.failed;
  }
  return { passed, failed };
}

export function countReport(report: unknown): TestCount {
  const vitest = vitestReport.safeParse(report);
  if (vitest.success) {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = vitest.data;
    // A file that cannot be loaded has no tests to fail, and yet has failed.
    return { passed: numPassedTests, failed: numFailedTests === 0 ? numFailedTestSuites : numFailedTests };
  }
  const { expected, unexpected, flaky } = playwrightReport.parse(report).stats;
  // Nothing is retried here, but a test that needed luck would not be one that passed.
  return { passed: expected, failed: unexpected + flaky };
}
