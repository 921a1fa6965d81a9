import { expect, test } from 'vitest';
import type { Row } from './rows';
import { tableOf } from './table';

const rows: Row[] = [
  { id: 'start', what: 'start', unit: 'ms', goal: '≤ 5' },
  { id: 'lock', what: 'lock', unit: '/s', goal: '≥ 10000000' },
];

test('the table says how much better than CPython it is, and whether that is enough', () => {
  const table = tableOf(rows, [
    { where: 'CPython spawn', values: { start: [90, 100, 300], lock: [6_100_000] } },
    { where: 'Chromium', values: { start: [4], lock: [9_150_000] } },
    { where: 'comlink', values: { start: [61.234] } },
  ]);
  expect(table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))).toEqual([
    ['', '', 'CPython spawn', 'Chromium', 'comlink', 'Chromium to spawn', 'goal, Chromium', ''],
    ['', expect.stringMatching(/^-+$/), ...Array.from({ length: 5 }, () => expect.stringMatching(/^-+:$/) as string), ''],
    ['', 'start', '100 ms', '4 ms', '61.2 ms', '25×', '≤ 5 ms ✓', ''],
    ['', 'lock', '6.1M /s', '9.15M /s', '–', '1.5×', '≥ 10M /s ✗', ''],
  ]);
});
