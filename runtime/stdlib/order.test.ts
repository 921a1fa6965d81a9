import { expect, test } from 'vitest';
import { areEqual, compare } from './order';

test.each([
  [1, 2, -1],
  [2, 1, 1],
  [1, 1n, 0],
  [false, 1, -1],
  ['b', 'a', 1],
  [[1, 'b'], [1, 'a'], 1],
  [[1], [1, 0], -1],
  [[1, [2]], [1, [2]], 0],
  [new Date(1), new Date(2), -1],
])('%o and %o: %i', (a, b, order) => {
  expect(Math.sign(compare(a, b))).toBe(order);
});

test.each([
  [1, 'a', "'int' and 'str'"],
  [null, 1, "'NoneType' and 'int'"],
  [[1, {}], [1, { a: 1 }], "'dict' and 'dict'"],
])('Python has no order for %o and %o', (a, b, types) => {
  expect(() => compare(a, b)).toThrow(new TypeError(`'<' not supported between instances of ${types}`));
});

test('two are equal that hold the same', () => {
  expect(areEqual([1, { a: [2] }], [1, { a: [2] }])).toBe(true);
  expect(areEqual([1], [2])).toBe(false);
  expect(areEqual(1, '1')).toBe(false);
});
