import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HEAP_OFFSET, Header, Parked, RUNNING, Slot, SlotState, slotBase } from '../memory/layout';
import { Memory } from '../memory/memory';
import { WaitKind } from '../memory/parker';
import { Detector } from './detector';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A machine in which two processes sleep for ever. */
function asleep(): Memory {
  const memory = Memory.create(HEAP_OFFSET);
  memory.store(Header.usedSlots, 2);
  for (const slot of [0, 1]) {
    const base = slotBase(slot);
    memory.store(base + Slot.pid, 100 + slot);
    memory.store(base + Slot.state, SlotState.live);
    memory.store(base + Slot.status, RUNNING);
    memory.store(base + Slot.parked, Parked.forever);
    memory.store(base + Slot.waitKind, WaitKind.semaphore);
  }
  return memory;
}

function setUp(memory: Memory, canBeWoken = () => false) {
  const reports: number[][] = [];
  const detector = new Detector(memory, (waiters) => reports.push(waiters.map(({ pid }) => pid)), canBeWoken);
  return { detector, reports };
}

test('all sleep for ever: that is told, once', () => {
  const { detector, reports } = setUp(asleep());
  detector.rearm();
  vi.advanceTimersByTime(2000);
  detector.rearm();
  vi.advanceTimersByTime(2000);
  expect(reports).toEqual([[100, 101]]);
});

test('whoever is awake can still wake the others', () => {
  const memory = asleep();
  memory.store(slotBase(1) + Slot.parked, 0);
  const { detector, reports } = setUp(memory);
  detector.rearm();
  vi.advanceTimersByTime(2000);
  expect(reports).toEqual([]);
});

test('so can one who was killed and has not stopped: not before then is anything told', () => {
  let isStopping = false;
  const { detector, reports } = setUp(asleep(), () => isStopping);
  detector.rearm();
  vi.advanceTimersByTime(300);
  isStopping = true;
  vi.advanceTimersByTime(2000);
  expect(reports).toEqual([]);
  isStopping = false;
  detector.rearm();
  vi.advanceTimersByTime(2000);
  expect(reports).toEqual([[100, 101]]);
});
