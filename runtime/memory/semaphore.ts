import { Semaphore, Slot, SlotState, WAIT_CLOSED, slotBase } from './layout';
import { STAMPS_PER_MS, type Memory } from './memory';
import { ring } from './park';
import { type Parker, WaitKind } from './parker';
import { delist, enlist, hasWaiters, longestWaiting, mayHaveWaiters } from './wait-set';

/*
 * Counting semaphores named by the word index of their layout. Acquiring is one compare-and-swap; whoever comes first
 * gets it (barging), but a waiter that has waited for more than a millisecond is handed the next post, so nobody
 * starves. The hand-over is one swap of the waiter's own `wait` word, which the kernel closes when the waiter dies: a
 * killed process cannot swallow what was meant for somebody else.
 */

const HAND_OVER_AFTER = 1 * STAMPS_PER_MS;

export function initSemaphore(memory: Memory, semaphore: number, value: number): void {
  memory.store(semaphore + Semaphore.value, value);
}

export function semaphoreValue(memory: Memory, semaphore: number): number {
  return memory.load(semaphore + Semaphore.value);
}

/** Is it at its maximum, as far as this process has seen? */
export function isFull(memory: Memory, semaphore: number, maximum: number): boolean {
  return (memory.words[semaphore + Semaphore.value] ?? 0) >= maximum;
}

export function tryAcquire(memory: Memory, semaphore: number): boolean {
  const word = semaphore + Semaphore.value;
  // A plain read first: the swap finds out whether it was old. Only that there is nothing to have is looked at twice.
  let value = memory.words[word] ?? 0;
  if (value <= 0) value = memory.load(word);
  while (value > 0) {
    const seen = memory.compareExchange(word, value, value - 1);
    if (seen === value) return true;
    value = seen;
  }
  return false;
}

/*
 * Before it gets in line, a process looks a few times whether the semaphore comes free, for about 15 µs: a lock is mostly
 * held for less, and whoever posts need not look after those in line. It rests between the looks, because each takes the
 * words of the semaphore away from the core of whoever has it: without rests two processes get through half as often.
 */
const LOOKS = 16;
/** About 1 µs. */
const REST = 250;

function comesFree(memory: Memory, semaphore: number, slot: number): boolean {
  const base = slotBase(slot);
  // Another thread of this process has it, and cannot go on meanwhile.
  if (memory.words[semaphore + Semaphore.owner] === memory.words[base + Slot.pid]) return false;
  for (let looks = 0; looks < LOOKS; looks++) {
    for (let rest = 0; rest < REST; rest++) memory.load(base + Slot.park);
    if (tryAcquire(memory, semaphore)) return true;
  }
  return false;
}

export function post(memory: Memory, semaphore: number): void {
  const waiters = semaphore + Semaphore.waiters;
  if (mayHaveWaiters(memory, waiters) && handOver(memory, semaphore)) return;
  memory.add(semaphore + Semaphore.value, 1);
  // Once more: somebody may have come while it was still taken.
  if (hasWaiters(memory, waiters)) wakeOne(memory, semaphore);
}

/** Waits for the semaphore until a deadline on the machine's clock; false when it passed. */
export function acquire(parker: Parker, semaphore: number, deadlineMs: number): boolean {
  const { memory, slot } = parker;
  parker.checkIn();
  if (tryAcquire(memory, semaphore)) return keep(parker, semaphore);
  if (memory.now() >= deadlineMs) return false;
  if (comesFree(memory, semaphore, slot)) return keep(parker, semaphore);

  const wait = slotBase(slot) + Slot.wait;
  // Another thread of this process is in line already, and has the one place that something can be handed over in.
  if (memory.load(wait) !== 0) return acquireUnhanded(parker, semaphore, deadlineMs);
  memory.store(slotBase(slot) + Slot.waitSince, memory.stamp());
  memory.store(wait, semaphore);
  let helpedItself = false as boolean;
  try {
    parker.waitUntil(
      () => {
        enlist(memory, semaphore + Semaphore.waiters, slot);
        if (memory.load(wait) === -semaphore) return true;
        helpedItself = tryAcquire(memory, semaphore);
        return helpedItself;
      },
      deadlineMs,
      { kind: WaitKind.semaphore, object: semaphore },
    );
  } catch (error) {
    if (leave(memory, semaphore, slot)) post(memory, semaphore);
    throw error;
  }
  const handedOver = leave(memory, semaphore, slot);
  if (handedOver && helpedItself) post(memory, semaphore);
  return (handedOver || helpedItself) && keep(parker, semaphore);
}

/** What was posted after a process had been killed is not for that process, however far it still came. */
function keep(parker: Parker, semaphore: number): true {
  if (parker.isKilled()) {
    post(parker.memory, semaphore);
    parker.halt();
  }
  return true;
}

/** Waits in the queue and takes the semaphore itself when it finds it free. */
function acquireUnhanded(parker: Parker, semaphore: number, deadlineMs: number): boolean {
  const { memory, slot } = parker;
  const waiters = semaphore + Semaphore.waiters;
  try {
    const attempt = () => {
      enlist(memory, waiters, slot);
      return tryAcquire(memory, semaphore);
    };
    const reason = { kind: WaitKind.semaphore, object: semaphore };
    return parker.waitUntil(attempt, deadlineMs, reason) && keep(parker, semaphore);
  } finally {
    delist(memory, waiters, slot);
    // Whatever rang for this process may have been meant for another.
    wakeOne(memory, semaphore);
  }
}

/**
 * Kernel only, for a process that has ended: from now on nothing can be handed to its slot, what was handed over already is
 * posted again, and it is no longer in the queue it waited in. If somebody had rung for it, the ring goes to the next.
 */
export function closeHandOver(memory: Memory, slot: number): void {
  const wait = memory.exchange(slotBase(slot) + Slot.wait, WAIT_CLOSED);
  if (wait === 0 || wait === WAIT_CLOSED) return;
  const semaphore = Math.abs(wait);
  delist(memory, semaphore + Semaphore.waiters, slot);
  if (wait < 0) post(memory, semaphore);
  else wakeOne(memory, semaphore);
}

function handOver(memory: Memory, semaphore: number): boolean {
  const slot = longestWaiting(memory, semaphore + Semaphore.waiters);
  if (slot === -1) return false;
  const base = slotBase(slot);
  const waited = (memory.stamp() - memory.load(base + Slot.waitSince)) | 0;
  if (waited < HAND_OVER_AFTER) return false;
  if (memory.compareExchange(base + Slot.wait, semaphore, -semaphore) !== semaphore) return false;
  delist(memory, semaphore + Semaphore.waiters, slot);
  ring(memory, slot);
  return true;
}

/**
 * Rings for who waits longest, if there is something to have. The kernel does so for whoever was killed after a post and before that.
 * Who was killed may have got in line after the kernel had taken it out, and its slot be another's by now: that one is rung for
 * nothing, and the next besides.
 */
export function wakeOne(memory: Memory, semaphore: number): void {
  while (semaphoreValue(memory, semaphore) > 0) {
    const slot = longestWaiting(memory, semaphore + Semaphore.waiters);
    if (slot === -1) return;
    if (!delist(memory, semaphore + Semaphore.waiters, slot)) continue;
    // Nobody lives there any more: the ring is for the next.
    if (memory.load(slotBase(slot) + Slot.state) !== SlotState.live) continue;
    ring(memory, slot);
    if (memory.load(slotBase(slot) + Slot.wait) === semaphore) return;
  }
}

/** Gives up the place in the queue; answers whether the semaphore was handed over meanwhile. */
function leave(memory: Memory, semaphore: number, slot: number): boolean {
  const wait = slotBase(slot) + Slot.wait;
  // First out of the queue, then the word: until that is gone, the kernel knows where to look if we die.
  const wasRung = !delist(memory, semaphore + Semaphore.waiters, slot);
  const handedOver = memory.compareExchange(wait, semaphore, 0) === -semaphore;
  if (handedOver) memory.store(wait, 0);
  // Somebody rang for us: if the semaphore is still free, that ring is owed to the next.
  if (wasRung) wakeOne(memory, semaphore);
  return handedOver;
}
