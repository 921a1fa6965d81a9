import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arena, ARENA_BYTES, type Block, Heap } from './heap';

/** A source of arenas that knows what it has given and what was cleared. */
function fakeSource() {
  const given = new Set<number>();
  const cleared: [offset: number, byteLength: number][] = [];
  let next = 0;
  const source = {
    create: (byteLength: number) => {
      const region = next;
      next += Math.ceil(byteLength / 64) * 64 + 64;
      given.add(region);
      return region;
    },
    release: (region: number) => void given.delete(region),
    clear: (offset: number, byteLength: number) => void cleared.push([offset, byteLength]),
  };
  return { source, given, cleared };
}

/** Every byte of an arena belongs to exactly one block, and no two free blocks touch. */
function assertCovered(heap: Heap): void {
  const free = new Set(heap.freeBlocks());
  const byArena = new Map<Arena, Block[]>(heap.arenas().map((arena) => [arena, []]));
  for (const block of [...free, ...heap.allocatedBlocks()]) byArena.get(block.arena)?.push(block);
  for (const [arena, blocks] of byArena) {
    blocks.sort((a, b) => a.start - b.start);
    let end = 0;
    let wasFree = false;
    for (const block of blocks) {
      expect(block.start).toBe(end);
      expect(wasFree && free.has(block)).toBe(false);
      wasFree = free.has(block);
      end = block.stop;
    }
    expect(end).toBe(arena.byteLength);
  }
}

test('whatever is taken and given back in whatever order, arenas are covered without a gap, and in the end there are none', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ size: fc.nat(20_000), victim: fc.option(fc.nat()) }), { maxLength: 80 }), (steps) => {
      const { source, given } = fakeSource();
      const heap = new Heap(source);
      const blocks: Block[] = [];
      for (const { size, victim } of steps) {
        const block = heap.malloc(size);
        expect(block.stop - block.start).toBeGreaterThanOrEqual(size);
        expect(block.start % 64).toBe(0);
        blocks.push(block);
        if (victim === null) continue;
        for (const unlucky of blocks.splice(victim % blocks.length, 1)) heap.free(unlucky);
        assertCovered(heap);
      }
      for (const block of blocks) heap.free(block);
      expect([heap.arenas(), heap.freeBlocks(), heap.allocatedBlocks(), given.size]).toEqual([[], [], [], 0]);
      expect(heap.freeCount).toBe(heap.mallocCount);
    }),
  );
});

test('ten thousand small blocks take as many arenas as their bytes need', () => {
  const { source, given } = fakeSource();
  const heap = new Heap(source);
  for (let count = 0; count < 10_000; count++) heap.malloc(4);
  expect(given.size).toBe(Math.ceil((10_000 * 64) / ARENA_BYTES));
});

test('a block that was used before is cleared', () => {
  const { source, cleared } = fakeSource();
  const heap = new Heap(source);
  heap.malloc(64);
  const block = heap.malloc(100);
  expect(cleared).toEqual([]);
  heap.free(block);
  expect(heap.malloc(70).start).toBe(block.start);
  expect(cleared).toEqual([[block.start, 128]]);
});

test('a block is given back once', () => {
  const heap = new Heap(fakeSource().source);
  const block = heap.malloc(1);
  heap.malloc(1);
  heap.free(block);
  expect(() => heap.free(block)).toThrow('Cannot free a block twice');
});
