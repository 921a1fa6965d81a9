import { expect, test } from 'vitest';
import { HEAP_OFFSET, Header, OUTPUT_RING_BYTES, Slot, slotBase } from './layout';
import { Memory } from './memory';
import { MAX_RECORD_BYTES, OutputRecord, hasOutput, takeOutput, tryAppendOutput } from './output-ring';

interface Taken {
  readonly pid: number;
  readonly stream: number;
  readonly text: string;
}

function memoryOf(slots: readonly number[]): Memory {
  const memory = Memory.create(HEAP_OFFSET);
  memory.store(Header.usedSlots, Math.max(...slots) + 1);
  for (const slot of slots) memory.store(slotBase(slot) + Slot.pid, 100 + slot);
  return memory;
}

function append(memory: Memory, slot: number, text: string, stream = 1): boolean {
  return tryAppendOutput(memory, slot, stream, new TextEncoder().encode(text));
}

function take(memory: Memory, limit = 1 << 20): Taken[] {
  const batch = new Uint8Array(limit);
  const bytes = batch.subarray(0, takeOutput(memory, batch, 0));
  const taken: Taken[] = [];
  for (let at = 0; at < bytes.length; ) {
    const fields = new Int32Array(bytes.buffer, at, OutputRecord.words);
    const length = fields[OutputRecord.length] ?? 0;
    const begin = at + OutputRecord.words * 4;
    const text = new TextDecoder().decode(bytes.subarray(begin, begin + length));
    taken.push({ pid: fields[OutputRecord.from] ?? 0, stream: fields[OutputRecord.stream] ?? 0, text });
    at = begin + ((length + 15) & ~15);
  }
  return taken;
}

test('records of several processes come in the order in which they were written', () => {
  const memory = memoryOf([1, 2]);
  append(memory, 1, 'a');
  append(memory, 2, 'b', 2);
  append(memory, 1, 'c');
  expect(take(memory)).toEqual([
    { pid: 101, stream: 1, text: 'a' },
    { pid: 102, stream: 2, text: 'b' },
    { pid: 101, stream: 1, text: 'c' },
  ]);
  expect([hasOutput(memory, 1), take(memory)]).toEqual([false, []]);
});

test('a full ring refuses, and goes on where it was after it was read, round and round', () => {
  const memory = memoryOf([1]);
  let written = 0;
  let read = 0;
  for (let round = 0; round < 30; round++) {
    while (append(memory, 1, `line ${written} ${'x'.repeat(written % 700)}`)) written++;
    expect(written).toBeGreaterThan(read);
    for (const { text } of take(memory)) expect(text).toBe(`line ${read} ${'x'.repeat(read++ % 700)}`);
  }
  expect(read).toBe(written);
});

test('a batch takes what fits, whole records only', () => {
  const memory = memoryOf([1]);
  for (let index = 0; index < 10; index++) append(memory, 1, 'y'.repeat(1000));
  expect(take(memory, 1000)).toHaveLength(0);
  expect(take(memory, 4000)).toHaveLength(3);
  expect(take(memory)).toHaveLength(7);
});

test('a batch is filled by and by', () => {
  const memory = memoryOf([1]);
  const batch = new Uint8Array(100);
  append(memory, 1, 'a');
  const first = takeOutput(memory, batch, 0);
  append(memory, 1, 'b');
  expect([first, takeOutput(memory, batch, first)]).toEqual([32, 64]);
});

test('the longest record fits four times, with its header three', () => {
  const memory = memoryOf([1]);
  const record = 'z'.repeat(MAX_RECORD_BYTES);
  expect([append(memory, 1, record), append(memory, 1, record), append(memory, 1, record), append(memory, 1, record)]).toEqual([
    ...[true, true, true],
    OUTPUT_RING_BYTES > 4 * (MAX_RECORD_BYTES + 16),
  ]);
});
