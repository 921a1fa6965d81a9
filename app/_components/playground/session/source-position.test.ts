import { expect, test } from 'vitest';
import { offsetOf } from '../editor/editor-handover';
import { findPositions } from './source-position';

test('finds the places in a traceback', () => {
  const text = '  File "main.ts:12:5", in f\n  File "shop-floor.ts:1:30", in <module>';
  expect(findPositions(text)).toMatchObject([
    { file: 'main.ts', line: 12, column: 5 },
    { file: 'shop-floor.ts', line: 1, column: 30 },
  ]);
  for (const { start, end } of findPositions(text)) expect(text.slice(start, end)).toMatch(/^[\w-]+\.ts:\d+:\d+$/);
});

test.each(['main.ts', 'main.ts:12', '../main.ts:1:2', 'https://example.org/main.ts:1:2', 'main.tsx:1:2', '12:30:45'])(
  'is no place in the program: %s',
  (text) => {
    expect(findPositions(text)).toEqual([]);
  },
);

test('a place is an offset, and one outside is the nearest inside', () => {
  const source = 'ab\n\ncdef';
  expect(offsetOf(source, { line: 3, column: 2 })).toBe(5);
  expect(offsetOf(source, { line: 1, column: 99 })).toBe(2);
  expect(offsetOf(source, { line: 99, column: 1 })).toBe(4);
  expect(offsetOf(source, { line: 0, column: 0 })).toBe(0);
});
