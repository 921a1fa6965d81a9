import type { OutputRecord } from '@/runtime';
import { expect, test } from 'vitest';
import { OutputEncoder, readTag } from './output-encoder';

const record = (pid: number, text: string, stream: OutputRecord['stream'] = 'stdout'): OutputRecord => ({
  pid,
  stream,
  timeMs: 0,
  text,
});

/** The palette backgrounds that a stream switches to, as tags. */
function tagsIn(stream: string) {
  return [...stream.matchAll(/48;5;(\d+)/g)].map(([, colour]) => readTag(Number(colour)));
}

/** What the reader sees. */
function visible(stream: string): string {
  return stream.replaceAll(/\x1b(?:\][^\x07]*\x07|\[[0-9;]*[A-Za-z])/g, '');
}

test('each process and stream has its tag, said only when it changes', () => {
  const encoder = new OutputEncoder();
  const stream = encoder.encode([record(41, 'a\n'), record(41, 'b\n'), record(42, 'c\n'), record(41, 'd\n', 'stderr')]);
  expect(visible(stream)).toBe('a\nb\nc\nd\n');
  expect(tagsIn(stream)).toEqual([
    { slot: 0, isError: false },
    { slot: 1, isError: false },
    { slot: 0, isError: true },
  ]);
  expect(tagsIn(encoder.encode([record(41, 'e\n', 'stderr')]))).toEqual([]);
});

test('a program’s own colours do not lose the tag', () => {
  const stream = new OutputEncoder().encode([record(41, '\x1b[31mred\x1b[0m \x1b[1;49mb\x1b[m')]);
  expect(visible(stream)).toBe('red b');
  expect(tagsIn(stream)).toHaveLength(4);
});

test('a colour of the palette that is ours is spelled out', () => {
  const stream = new OutputEncoder().encode([record(41, '\x1b[48;5;196mx')]);
  expect(stream).toContain('\x1b[48;2;255;0;0m');
  expect(tagsIn(stream)).toEqual([{ slot: 0, isError: false }]);
});

test('a colour given by its parts is no reset', () => {
  const stream = new OutputEncoder().encode([record(41, '\x1b[38;2;0;0;0mx\x1b[38;5;0my')]);
  expect(tagsIn(stream)).toHaveLength(1);
});

test('more processes than slots: the oldest gives up its own', () => {
  const encoder = new OutputEncoder();
  for (let pid = 1; pid <= 119; pid++) encoder.encode([record(pid, 'x')]);
  expect(encoder.encode([record(1, 'x')])).not.toContain(']7001;');
  expect(encoder.encode([record(120, 'x')])).toContain('\x1b]7001;0;120\x07');
  expect(encoder.encode([record(1, 'x')])).toContain('\x1b]7001;1;1\x07');
});

test('ordinary colours are no tags', () => {
  expect(readTag(7)).toBeNull();
  expect(readTag(254)).toBeNull();
});
