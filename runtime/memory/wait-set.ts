import { Header, MAX_SLOTS, Slot, slotBase } from './layout';
import type { Memory } from './memory';
import { ring } from './park';

/*
 * A wait set is a bitmap of slots that want to hear of a change. Enlisting and delisting are idempotent, so a killed
 * process leaves nothing behind that the kernel could not clear. Whoever clears a bit owes that slot a ring.
 */

export function enlist(memory: Memory, set: number, slot: number): void {
  memory.setBits(set + (slot >>> 5), 1 << (slot & 31));
}

/** Answers whether the slot was still enlisted; when not, somebody has rung for it. */
export function delist(memory: Memory, set: number, slot: number): boolean {
  const bit = 1 << (slot & 31);
  return (memory.clearBits(set + (slot >>> 5), bit) & bit) !== 0;
}

export function isEnlisted(memory: Memory, set: number, slot: number): boolean {
  return (memory.load(set + (slot >>> 5)) & (1 << (slot & 31))) !== 0;
}

/** Words of a set that can have bits: mostly one. Who enlists has a slot, and a slot is counted before it is used. */
function usedWords(memory: Memory): number {
  return ((memory.words[Header.usedSlots] ?? 0) + 31) >>> 5;
}

export function hasWaiters(memory: Memory, set: number): boolean {
  const words = usedWords(memory);
  for (let word = 0; word < words; word++) {
    if (memory.load(set + word) !== 0) return true;
  }
  return false;
}

/** The same by plain reads, which may be old. */
export function mayHaveWaiters(memory: Memory, set: number): boolean {
  const words = usedWords(memory);
  for (let word = 0; word < words; word++) {
    if (memory.words[set + word] !== 0) return true;
  }
  return false;
}

/** Empties the set and rings for everybody who was in it. */
export function wakeAll(memory: Memory, set: number): void {
  const words = usedWords(memory);
  for (let word = 0; word < words; word++) {
    if (memory.load(set + word) === 0) continue;
    let bits = memory.exchange(set + word, 0);
    while (bits !== 0) {
      const lowest = 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      ring(memory, word * 32 + lowest);
    }
  }
}

/** The slot that has waited longest, or −1. */
export function longestWaiting(memory: Memory, set: number): number {
  let oldest = -1;
  let since = 0;
  const words = usedWords(memory);
  for (let word = 0; word < words; word++) {
    let bits = memory.load(set + word);
    while (bits !== 0) {
      const slot = word * 32 + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const began = memory.load(slotBase(slot) + Slot.waitSince);
      // Subtraction, because the 32-bit stamps wrap around.
      if (oldest === -1 || ((began - since) | 0) < 0) {
        oldest = slot;
        since = began;
      }
    }
  }
  return oldest < MAX_SLOTS ? oldest : -1;
}
