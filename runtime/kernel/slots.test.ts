import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Occasion } from '../box/protocol';
import { Slot, SlotState, slotBase } from '../memory/layout';
import { Memory } from '../memory/memory';
import { QUARANTINE_MS, Slots } from './slots';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function table() {
  const memory = Memory.create();
  let made: Occasion[] = [];
  const workers = {
    create: (_: number, occasion: Occasion) => void made.push(occasion),
    terminate: () => undefined,
    release: () => undefined,
  };
  const slots = new Slots(
    memory,
    workers,
    () => undefined,
    () => undefined,
  );
  return {
    /** Starts processes, and says how many workers were made for them and, when that is over, for the next. */
    start(count: number): { cold: number; warm: number } {
      made = [];
      for (let process = 0; process < count; process++) {
        memory.store(slotBase(slots.claim()) + Slot.state, SlotState.live);
        slots.warm();
      }
      vi.runAllTimers();
      const warm = made.indexOf('ahead');
      const cold = warm === -1 ? made.length : warm;
      expect(made.slice(cold)).not.toContain('wanted');
      return { cold, warm: made.length - cold };
    },
  };
}

test('a burst of starts has two workers made for the next processes', () => {
  expect(table().start(8)).toEqual({ cold: 8, warm: 2 });
});

test('there are more for a program that starts more again and again', () => {
  const { start } = table();
  start(1);
  expect(start(8)).toEqual({ cold: 6, warm: 4 });
  expect(start(8)).toEqual({ cold: 4, warm: 8 });
  expect(start(8)).toEqual({ cold: 0, warm: 8 });
});

test('the worker of each process has its own time to end, however short ago another ended in the same place', () => {
  const memory = Memory.create();
  const terminated: number[] = [];
  let stopped = 0;
  const workers = {
    create: () => undefined,
    terminate: (slot: number) => void terminated.push(slot),
    release: () => undefined,
  };
  const slots = new Slots(
    memory,
    workers,
    () => (stopped += 1),
    () => undefined,
  );
  const live = () => {
    const slot = slots.claim();
    memory.store(slotBase(slot) + Slot.state, SlotState.live);
    return slot;
  };
  const first = live();
  memory.store(slotBase(first) + Slot.reaped, 1);
  slots.end(first);
  vi.advanceTimersByTime(10);
  memory.store(slotBase(first) + Slot.state, SlotState.halted);
  slots.settle();
  expect([stopped, live()]).toEqual([1, first]);

  terminated.length = 0;
  vi.advanceTimersByTime(QUARANTINE_MS - 20);
  expect(terminated).toEqual([]);
  slots.end(first);
  vi.advanceTimersByTime(QUARANTINE_MS);
  expect([stopped, terminated.length]).toEqual([1, 1]);
  vi.advanceTimersByTime(QUARANTINE_MS);
  expect(stopped).toBe(2);
});

test('workers that have been no process leave when the machine ends, also those on their way', () => {
  const memory = Memory.create();
  const released: number[] = [];
  const workers = { create: () => undefined, terminate: () => undefined, release: (slot: number) => void released.push(slot) };
  const slots = new Slots(
    memory,
    workers,
    () => undefined,
    () => undefined,
  );
  const live = slots.claim();
  memory.store(slotBase(live) + Slot.state, SlotState.live);
  slots.warm();
  vi.runAllTimers();
  const idle = slots.claim();
  memory.store(slotBase(idle) + Slot.state, SlotState.idle);
  slots.release();
  expect(released).toHaveLength(2);
  expect(released.map((slot) => slots.state(slot))).toEqual([SlotState.released, SlotState.released]);
  expect(slots.state(live)).toBe(SlotState.live);
});
