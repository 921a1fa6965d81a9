import { ringKernel } from './doorbell';
import { Parked, Slot, slotBase } from './layout';
import type { Memory } from './memory';

/*
 * The one place where a thread goes to sleep. A process sleeps only on its own park word: in Chromium a terminated
 * worker stays a waiter of the word it slept on for two seconds and would swallow a wake-up meant for somebody else.
 * The park word is a bell that counts, so that a ring between looking and sleeping is never lost; what is waited for is
 * always a condition somewhere else in memory.
 */

/** Rings a slot's bell. */
export function ring(memory: Memory, slot: number): void {
  const base = slotBase(slot);
  memory.add(base + Slot.park, 1);
  // `notify` costs 70 to 110 ns even when nobody waits. All: there is one, and perhaps a terminated one of the slot's past.
  if (memory.load(base + Slot.parked) !== Parked.awake) Atomics.notify(memory.words, base + Slot.park);
}

/** What the bell says now; look at the condition after this and hand the answer to `sleep`. */
export function listen(memory: Memory, slot: number): number {
  return memory.load(slotBase(slot) + Slot.park);
}

/**
 * Before it sleeps, a process looks so often whether the bell rings: about 15 µs. To be woken takes 50 µs, so whoever is
 * answered at once had better be awake; objects go back and forth through a pipe four times as often.
 */
const LOOKS = 4000;

/** Sleeps until the bell is rung after `heard`, or `timeoutMs` have passed. */
export function sleep(memory: Memory, slot: number, heard: number, timeoutMs: number, forever: boolean): void {
  const base = slotBase(slot);
  for (let looks = 0; looks < LOOKS; looks++) if (memory.load(base + Slot.park) !== heard) return;
  memory.store(base + Slot.parked, forever ? Parked.forever : Parked.withDeadline);
  // The kernel may have looked a moment ago and found somebody awake: only now can it see that all are asleep.
  if (forever) ringKernel(memory);
  Atomics.wait(memory.words, base + Slot.park, heard, timeoutMs);
  memory.store(base + Slot.parked, Parked.awake);
}

/**
 * Sleeps for good, touching nothing any more; only `terminate` ends it. Not on the park word: that belongs to the next
 * worker of the slot, whose wake-ups this one would swallow for two seconds after it was terminated.
 */
export function sleepForever(): never {
  const nobodysWord = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (;;) Atomics.wait(nobodysWord, 0, 0);
}
