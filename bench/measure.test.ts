import { expect, test } from 'vitest';
import { median, meets } from './measure';

test('the median is the middle value, or the mean of the two', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});

test('a goal is a limit from above or from below', () => {
  expect([meets([5], '≤ 5'), meets([6], '≤ 5'), meets([50], '≥ 50'), meets([49], '≥ 50')]).toEqual([true, false, true, false]);
});
