import type { OutputRecord } from '@/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINES_SEEN, skipUnseenLines } from './unseen-lines';

const record = (text: string): OutputRecord => ({ pid: 1, stream: 'stdout', timeMs: 0, text });
const textOf = (records: readonly OutputRecord[]) => records.map(({ text }) => text).join('');
const numbered = (from: number, count: number) => Array.from({ length: count }, (_, i) => `${from + i}\n`).join('');

test('what fits into the terminal stays as it is', () => {
  const records = [record(numbered(0, LINES_SEEN - 1)), record('last\n'), record('')];
  expect(skipUnseenLines(records)).toBe(records);
});

test('of a flood the last lines stay', () => {
  const flood = [record(numbered(0, 5000)), record(numbered(5000, 10)), record('> ')];
  expect(textOf(skipUnseenLines(flood))).toBe(`${numbered(5010 - LINES_SEEN, LINES_SEEN)}> `);
});

test('a colour that was set holds on, also when it was said in two halves', () => {
  const before = [record(numbered(0, 100)), record('\x1b[3'), record('1m')];
  const kept = skipUnseenLines([...before, record(numbered(100, 10_000))]);
  expect(textOf(kept)).toBe(`${textOf(before)}${numbered(10_100 - LINES_SEEN, LINES_SEEN)}`);
  const halves = [record('\x1b[3'), record(`1m${numbered(0, 10_000)}`)];
  expect(skipUnseenLines(halves)).toBe(halves);
});

test('lines that move the cursor are all shown', () => {
  const flood = [record('\x1b[A\n'.repeat(5000))];
  expect(skipUnseenLines(flood)).toBe(flood);
});

test('the last lines are the same, however they are cut into records', () => {
  const pieces = fc.array(fc.string({ unit: fc.constantFrom('\n', 'a', '\n\n'), maxLength: 900 }), { maxLength: 12 });
  fc.assert(
    fc.property(pieces, (texts) => {
      const whole = texts.join('').split('\n');
      const kept = textOf(skipUnseenLines(texts.map(record))).split('\n');
      expect(kept.slice(-LINES_SEEN)).toEqual(whole.slice(-LINES_SEEN));
      expect(kept.length).toBeLessThanOrEqual(Math.min(whole.length, LINES_SEEN + 1));
    }),
  );
});
