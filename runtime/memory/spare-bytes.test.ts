import { expect, test } from 'vitest';
import { giveBack, keepBytes, takeBytes } from './spare-bytes';

const LARGE = 1_000_000;

test('a large buffer that was given back is used again, for one at a time', () => {
  const first = takeBytes(LARGE);
  giveBack(first);
  const second = takeBytes(LARGE - 1000);
  expect(second.buffer).toBe(first.buffer);
  expect(second.length).toBe(LARGE - 1000);
  expect(takeBytes(LARGE - 1000).buffer).not.toBe(first.buffer);
});

test('small ones, and those that need more room, are made', () => {
  const given = takeBytes(LARGE);
  giveBack(given);
  expect(takeBytes(10).buffer.byteLength).toBe(10);
  expect(takeBytes(LARGE * 2).buffer).not.toBe(given.buffer);
  expect(takeBytes(LARGE).buffer).toBe(given.buffer);
});

test('what is kept lies in a buffer of its own', () => {
  giveBack(new Uint8Array(LARGE));
  const bytes = takeBytes(100_000).fill(7);
  const kept = keepBytes(bytes);
  expect(kept).toEqual(new Uint8Array(100_000).fill(7));
  expect(kept.buffer.byteLength).toBe(100_000);
  takeBytes(100_000).fill(8);
  expect(kept[0]).toBe(7);
  expect(keepBytes(kept)).toBe(kept);
});
