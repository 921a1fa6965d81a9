import { expect, test } from 'vitest';
import { median, meets, tableOf } from './measure';

test('the median is the middle value, or the mean of the two', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});

test('a goal is a limit from above or from below', () => {
  const of = (values: number[], goal: string) => meets({ what: '', where: '', unit: 'ms', values, goal });
  expect([of([5], '≤ 5'), of([6], '≤ 5'), of([50], '≥ 50'), of([49], '≥ 50')]).toEqual([true, false, true, false]);
});

test('the table tells how much faster than CPython it is', () => {
  const table = tableOf([
    { what: 'start', where: 'CPython', values: [100], unit: 'ms' },
    { what: 'start', where: 'Node', values: [4], unit: 'ms', goal: '≤ 5' },
  ]);
  expect(table).toContain('25.0×');
  expect(table).toContain('≤ 5 ms ✓');
});
