import { expect, test } from 'vitest';
import { HEAP_OFFSET, Header, Semaphore, Slot, SlotState, WORD_BYTES, slotBase } from './layout';
import { Memory } from './memory';
import { closeHandOver, initSemaphore, post, semaphoreValue } from './semaphore';
import { enlist } from './wait-set';

const semaphore = HEAP_OFFSET / WORD_BYTES;

/** Processes in the first slots; those that wait do so since so many stamps. */
function machine(...waitingSince: readonly (number | null)[]) {
  const memory = Memory.create();
  memory.store(Header.usedSlots, waitingSince.length);
  initSemaphore(memory, semaphore, 0);
  waitingSince.forEach((since, slot) => {
    const base = slotBase(slot);
    memory.store(base + Slot.state, SlotState.live);
    if (since === null) return;
    memory.store(base + Slot.waitSince, since);
    memory.store(base + Slot.wait, semaphore);
    enlist(memory, semaphore + Semaphore.waiters, slot);
  });
  return { memory, rings: () => waitingSince.map((_, slot) => memory.load(slotBase(slot) + Slot.park)) };
}

test('a post rings for who waits, although an earlier process of another slot was left in line', () => {
  const now = Memory.create().stamp();
  const { memory, rings } = machine(null, now);
  enlist(memory, semaphore + Semaphore.waiters, 0);
  memory.store(slotBase(0) + Slot.waitSince, now - 5);
  post(memory, semaphore);
  expect([rings(), semaphoreValue(memory, semaphore)]).toEqual([[1, 1], 1]);
});

test('what was on its way to the dead goes to the next', () => {
  const { memory, rings } = machine(-1_000_000, -900_000);
  post(memory, semaphore);
  expect([rings(), semaphoreValue(memory, semaphore)]).toEqual([[1, 0], 0]);
  closeHandOver(memory, 0);
  expect([rings(), semaphoreValue(memory, semaphore)]).toEqual([[1, 1], 0]);
});
