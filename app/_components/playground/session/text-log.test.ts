import type { OutputRecord } from '@/runtime';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TextLog } from './text-log';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const record = (text: string, pid = 1, stream: OutputRecord['stream'] = 'stdout'): OutputRecord => ({
  pid,
  stream,
  timeMs: 0,
  text,
});

function textsOf(log: TextLog): string[] {
  vi.runAllTimers();
  return log.getSnapshot().map(({ text }) => text);
}

test('lines of processes that write by turns are kept apart', () => {
  const log = new TextLog();
  log.append([record('he', 1), record('wor', 2), record('llo\n', 1), record('ld\n', 2)]);
  vi.runAllTimers();
  expect(log.getSnapshot()).toMatchObject([
    { pid: 1, text: 'hello' },
    { pid: 2, text: 'world' },
  ]);
});

test('a prompt without a newline is heard', () => {
  const log = new TextLog();
  log.append([record('name? ')]);
  expect(textsOf(log)).toEqual(['name? ']);
});

test('what waits to be published can be had at once', () => {
  const log = new TextLog();
  log.append([record('last words\n')]);
  expect(log.getSnapshot()).toEqual([]);
  log.flush();
  expect(log.getSnapshot()).toMatchObject([{ text: 'last words' }]);
});

test('colours and blank lines are left out, errors marked', () => {
  const log = new TextLog();
  log.append([record('\x1b[31mred\x1b[0m\n\n'), record('bad\n', 1, 'stderr')]);
  vi.runAllTimers();
  expect(log.getSnapshot()).toMatchObject([
    { text: 'red', isError: false },
    { text: 'bad', isError: true },
  ]);
});

test('a flood leaves the last hundred lines', () => {
  const log = new TextLog();
  for (let i = 0; i < 50; i++) log.append([record(Array.from({ length: 1000 }, (_, k) => `${i * 1000 + k}\n`).join(''))]);
  const texts = textsOf(log);
  expect(texts).toHaveLength(100);
  expect(texts.at(-1)).toBe('49999');
});

test('tells listeners at most a few times a second', () => {
  const log = new TextLog();
  let told = 0;
  log.subscribe(() => told++);
  for (let i = 0; i < 1000; i++) {
    log.append([record(`${i}\n`)]);
    vi.advanceTimersByTime(1);
  }
  expect(told).toBeLessThanOrEqual(3);
});
