import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Allocator } from './allocator';
import { HEAP_OFFSET } from './layout';
import { Memory } from './memory';

const HEAP_BYTES = 64 * 1024;

function heap(): { memory: Memory; allocator: Allocator } {
  const memory = Memory.create(HEAP_OFFSET + HEAP_BYTES);
  return { memory, allocator: new Allocator(memory) };
}

test('regions never touch each other, are zero, and everything comes back in one piece', () => {
  const action = fc.oneof(fc.record({ allocate: fc.integer({ min: 0, max: 6000 }) }), fc.record({ release: fc.nat(50) }));
  fc.assert(
    fc.property(fc.array(action, { maxLength: 120 }), (actions) => {
      const { memory, allocator } = heap();
      const live: { offset: number; length: number }[] = [];
      for (const step of actions) {
        if ('allocate' in step) {
          const offset = allocator.allocate(step.allocate);
          if (offset === null) continue;
          const length = Math.max(1, step.allocate);
          expect(offset >= HEAP_OFFSET && offset + length <= memory.bytes.length).toBe(true);
          for (const other of live) expect(offset + length <= other.offset || other.offset + other.length <= offset).toBe(true);
          expect(memory.bytes.subarray(offset, offset + step.allocate).every((byte) => byte === 0)).toBe(true);
          memory.bytes.fill(255, offset, offset + step.allocate);
          live.push({ offset, length });
        } else {
          const [region] = live.splice(step.release % Math.max(1, live.length), 1);
          if (region !== undefined) expect(allocator.release(region.offset)).toBe(true);
        }
      }
      for (const { offset } of live) allocator.release(offset);
      expect(allocator.freeBytes).toBe(HEAP_BYTES);
      expect(allocator.allocate(HEAP_BYTES)).toBe(HEAP_OFFSET);
    }),
  );
});

test('too much is refused, and what does not exist cannot be released', () => {
  const { allocator } = heap();
  expect([allocator.allocate(HEAP_BYTES + 1), allocator.allocate(2 ** 40), allocator.allocate(-1)]).toEqual([null, null, null]);
  expect(allocator.release(HEAP_OFFSET)).toBe(false);
  const offset = allocator.allocate(10) ?? 0;
  expect([allocator.release(offset), allocator.release(offset)]).toEqual([true, false]);
});
