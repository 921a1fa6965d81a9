import { expect, test } from 'vitest';
import { countReport, countTests } from './check-count';

test('counts the tests of a Vitest report', () => {
  expect(countReport({ numPassedTests: 5, numFailedTests: 2, numFailedTestSuites: 1 })).toEqual({ passed: 5, failed: 2 });
});

test('counts a file that could not be loaded as failed', () => {
  expect(countReport({ numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 1 })).toEqual({ passed: 5, failed: 1 });
});

test('counts the tests of a Playwright report', () => {
  expect(countReport({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 } })).toEqual({ passed: 7, failed: 2 });
});

test('refuses a report of neither', () => {
  expect(() => countReport({ passed: 1 })).toThrow();
});

test('a report that is not there counts nothing', () => {
  expect(countTests(['/nowhere/report.json'])).toEqual({ passed: 0, failed: 0 });
});
