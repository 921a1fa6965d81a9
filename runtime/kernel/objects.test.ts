import { expect, test } from 'vitest';
import { Allocator } from '../memory/allocator';
import { wordOf } from '../memory/handle';
import { Header, Semaphore, Slot, SlotState, slotBase } from '../memory/layout';
import { Memory } from '../memory/memory';
import { enlist } from '../memory/wait-set';
import { SharedObjects } from './objects';

test('who was killed after a post and before the ring for it keeps nobody waiting', () => {
  const memory = Memory.create();
  const objects = new SharedObjects(memory, new Allocator(memory), () => undefined);
  const semaphore = wordOf(objects.createSemaphore(4101, 0) ?? 0);
  const [dead, waiting] = [0, 1];
  memory.store(Header.usedSlots, 2);
  memory.store(slotBase(waiting) + Slot.state, SlotState.live);
  enlist(memory, semaphore + Semaphore.waiters, waiting);
  memory.add(semaphore + Semaphore.value, 1);
  objects.breakGuards(dead);
  expect(memory.load(slotBase(waiting) + Slot.park)).toBe(1);
});
