import { range } from 'builtins';
import { type Arena, BufferWrapper, createHeap } from 'multiprocessing/heap';
import { assertEqual } from './assertions';

const ITERATIONS = 5000;
const MAX_BLOCKS = 50;

function randomIndex(length: number): number {
  return Math.floor(Math.random() * length);
}

/** Mostly around a thousand, now and then very large. */
function randomSize(): number {
  const normal = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  return Math.floor(Math.exp(normal) * 1000);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function testHeap(): void {
  const heap = createHeap();
  const blocks: BufferWrapper[] = [];

  for (const _ of range(ITERATIONS)) {
    blocks.push(new BufferWrapper(randomSize(), heap));
    if (blocks.length > MAX_BLOCKS) blocks.splice(randomIndex(MAX_BLOCKS), 1)[0].free();
  }

  const lengths = (list: { start: number; stop: number }[]) => sum(list.map(({ start, stop }) => stop - start));
  const free = heap.freeBlocks();
  const occupied = heap.allocatedBlocks();
  assertEqual(lengths(free) + lengths(occupied), sum(heap.arenas().map(({ byteLength }) => byteLength)));

  // Every arena is covered without a gap.
  const all = [...free, ...occupied].sort((a, b) => a.arena.region - b.arena.region || a.start - b.start);
  let arena: Arena | undefined;
  let end = 0;
  for (const block of all) {
    if (block.arena !== arena) {
      if (arena !== undefined) assertEqual(end, arena.byteLength);
      arena = block.arena;
      end = 0;
    }
    assertEqual(block.start, end);
    end = block.stop;
  }

  while (blocks.length > 0) blocks.splice(randomIndex(blocks.length), 1)[0].free();

  assertEqual(heap.freeCount, heap.mallocCount);
  assertEqual(heap.arenas().length, 0);
  assertEqual(heap.allocatedBlocks().length, 0);
  assertEqual(heap.freeBlocks().length, 0);
}
