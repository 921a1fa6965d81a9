import type { OutputRecord } from '@/runtime';
import { expect, test } from 'vitest';
import { ManualFrames } from '../testing/fake-page';
import { OutputPump } from './output-pump';
import { LINES_SEEN } from './unseen-lines';

const record = (text: string): OutputRecord => ({ pid: 1, stream: 'stdout', timeMs: 0, text });

function setUp() {
  const frames = new ManualFrames();
  const pump = new OutputPump(frames);
  const writes: string[] = [];
  let finish: (() => void) | null = null;
  const attach = (isSlow = false) =>
    pump.attach((records, done) => {
      writes.push(records.map(({ text }) => text).join(''));
      if (isSlow) finish = done;
      else done();
    });
  return { frames, pump, writes, attach, finish: () => finish?.() };
}

test('what comes first is written at once, what follows two frames later, all of it in order', () => {
  const { frames, pump, writes, attach } = setUp();
  attach();
  let taken = 0;
  pump.push([record('a')], () => taken++);
  pump.push([record('b'), record('c')], () => taken++);
  frames.advance(16);
  expect(writes).toEqual(['a']);
  frames.advance(16);
  expect(writes).toEqual(['a', 'bc']);
  expect(taken).toBe(2);
});

test('more than a frame holds is spread over frames, and only then is more asked for', () => {
  const { frames, pump, writes, attach } = setUp();
  attach();
  const text = 'x'.repeat(pump.budget * 3);
  let isTaken = false;
  pump.push([record(text)], () => {
    isTaken = true;
  });
  expect(writes).toHaveLength(1);
  expect(isTaken).toBe(false);
  for (let i = 0; i < 5; i++) frames.advance(16);
  expect(isTaken).toBe(true);
  expect(writes.join('')).toBe(text);
});

test('of a flood only what a terminal keeps is written', () => {
  const { frames, pump, writes, attach } = setUp();
  pump.push([record('a line\n'.repeat(100_000)), record('the last\n')], () => undefined);
  attach();
  for (let i = 0; i < 10; i++) frames.advance(16);
  const lines = writes.join('').split('\n');
  expect([lines.length, lines.at(-2)]).toEqual([LINES_SEEN + 1, 'the last']);
});

test('one write is in flight at a time', () => {
  const { frames, pump, writes, attach, finish } = setUp();
  attach(true);
  pump.push([record('a')], () => undefined);
  pump.push([record('b')], () => undefined);
  for (let i = 0; i < 5; i++) frames.advance(16);
  expect(writes).toEqual(['a']);
  finish();
  frames.advance(16);
  expect(writes).toEqual(['a', 'b']);
});

test('late frames make writes smaller, timely ones larger again', () => {
  const { frames, pump, attach } = setUp();
  attach();
  const full = pump.budget;
  pump.push([record('x'.repeat(full * 50))], () => undefined);
  for (let i = 0; i < 5; i++) frames.advance(60);
  const small = pump.budget;
  expect(small).toBeLessThan(full / 4);
  for (let i = 0; i < 20; i++) frames.advance(16);
  expect(pump.budget).toBeGreaterThan(small);
  expect(pump.budget).toBeLessThanOrEqual(full);
});

test('what is discarded is not written, and counts as taken', () => {
  const { frames, pump, writes, attach, finish } = setUp();
  attach(true);
  let isTaken = false;
  pump.push([record('a')], () => undefined);
  pump.push([record('b')], () => {
    isTaken = true;
  });
  pump.discard();
  expect(isTaken).toBe(true);
  finish();
  frames.advance(16);
  expect(writes).toEqual(['a']);
  pump.push([record('c')], () => undefined);
  frames.advance(16);
  expect(writes).toEqual(['a', 'c']);
});

test('waits for a terminal that comes later', () => {
  const { pump, writes, attach } = setUp();
  pump.push([record('early')], () => undefined);
  attach();
  expect(writes).toEqual(['early']);
});
