import { expect, test } from 'vitest';
import { HEAP_OFFSET, Header, MAX_SLOTS, OUTPUT_RING_BYTES, Slot, WORD_BYTES, layout, outputRing, slotBase } from './layout';

test('fields follow each other without a gap', () => {
  expect(layout({ a: 1, b: 3, c: 2 })).toEqual({ a: 0, b: 1, c: 4, words: 6 });
});

test('the header, the slots, their output rings and the heap do not overlap', () => {
  const stretches = [
    { from: 0, to: Header.words * WORD_BYTES },
    ...Array.from({ length: MAX_SLOTS }, (_, slot) => ({
      from: slotBase(slot) * WORD_BYTES,
      to: (slotBase(slot) + Slot.words) * WORD_BYTES,
    })),
    ...Array.from({ length: MAX_SLOTS }, (_, slot) => ({ from: outputRing(slot), to: outputRing(slot) + OUTPUT_RING_BYTES })),
    { from: HEAP_OFFSET, to: Infinity },
  ].sort((a, b) => a.from - b.from);
  for (const [index, { from }] of stretches.entries()) expect(from).toBeGreaterThanOrEqual(stretches[index - 1]?.to ?? 0);
});

test('numbers of eight bytes are aligned, and so are output records', () => {
  expect((Header.epochLow * WORD_BYTES) % 8).toBe(0);
  for (const slot of [0, 1, MAX_SLOTS - 1]) expect(outputRing(slot) % 16).toBe(0);
  expect(HEAP_OFFSET % 64).toBe(0);
});
