import { Control, MAX_LIVE_PROCESSES, OnInterrupt, RUNNING, Slot, SlotState, slotBase } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { ring } from '../memory/park';
import { closeHandOver } from '../memory/semaphore';
import { wakeAll } from '../memory/wait-set';
import { KERNEL_PID } from './objects';
import type { Slots } from './slots';

export interface Entry {
  readonly pid: number;
  parentPid: number;
  readonly slot: number;
  readonly name: string;
  /** The wait status it is about to end with: it was killed, and may be inside a system call for a moment yet. */
  killedWith: number | null;
  /** How often it was interrupted. */
  interrupts: number;
}

/** Who lives: pids, parents and ends. */
export class Processes {
  readonly #byPid = new Map<number, Entry>();
  /** Ended, and still in their slots; by slot. */
  readonly #zombies = new Map<number, Entry>();
  #lastPid = KERNEL_PID;

  constructor(
    private readonly memory: Memory,
    private readonly slots: Slots,
  ) {}

  get living(): Iterable<Entry> {
    return this.#byPid.values();
  }

  get count(): number {
    return this.#byPid.size;
  }

  find(pid: number): Entry | undefined {
    return this.#byPid.get(pid);
  }

  inSlot(slot: number): Entry | undefined {
    return this.#byPid.get(this.memory.load(slotBase(slot) + Slot.pid));
  }

  isZombie(pid: number): boolean {
    for (const zombie of this.#zombies.values()) {
      if (zombie.pid === pid) return this.memory.load(slotBase(zombie.slot) + Slot.reaped) === 0;
    }
    return false;
  }

  /** The slot of a process that ended was cleared. */
  forget(slot: number): void {
    this.#zombies.delete(slot);
  }

  /** Makes a process of a warm worker and starts it; null when there are too many. */
  start(parentPid: number, name: string, payload: number, payloadBytes: number): Entry | null {
    if (this.#byPid.size >= MAX_LIVE_PROCESSES) return null;
    const slot = this.slots.claim();
    if (slot === -1) return null;
    const entry: Entry = { pid: ++this.#lastPid, parentPid, slot, name, killedWith: null, interrupts: 0 };
    this.#byPid.set(entry.pid, entry);
    const base = slotBase(slot);
    this.memory.store(base + Slot.pid, entry.pid);
    this.memory.store(base + Slot.parentPid, parentPid);
    this.memory.store(base + Slot.status, RUNNING);
    this.memory.store(base + Slot.payload, payload);
    this.memory.store(base + Slot.payloadBytes, payloadBytes);
    const parent = this.#byPid.get(parentPid);
    if (parent !== undefined) this.#inherit(parent, base);
    this.memory.store(base + Slot.state, SlotState.live);
    ring(this.memory, slot);
    return entry;
  }

  /** That it ignores interrupts, as across `exec`, and that it serves others. */
  #inherit(parent: Entry, base: number): void {
    const from = slotBase(parent.slot);
    if (this.onInterrupt(parent) === OnInterrupt.ignore) this.memory.store(base + Slot.onInterrupt, OnInterrupt.ignore);
    this.memory.store(base + Slot.serves, this.memory.load(from + Slot.serves));
  }

  /** Tells a process to halt. It has ended as soon as it has, or when it had time enough: then by `end`. */
  kill(entry: Entry, status: number): void {
    entry.killedWith = status;
    this.memory.setBits(slotBase(entry.slot) + Slot.control, Control.killed);
    ring(this.memory, entry.slot);
  }

  /** From this moment a process does nothing that anybody could see. */
  halt(entry: Entry): void {
    this.memory.setBits(slotBase(entry.slot) + Slot.control, Control.killed);
    ring(this.memory, entry.slot);
    closeHandOver(this.memory, entry.slot);
  }

  /** Marks a process that was halted as ended, and wakes who waits for that. */
  end(entry: Entry, status: number): void {
    const base = slotBase(entry.slot);
    this.#byPid.delete(entry.pid);
    this.#zombies.set(entry.slot, entry);
    this.#orphan(entry.pid);
    if (!this.#byPid.has(entry.parentPid)) this.slots.collect(entry.slot);
    this.memory.store(base + Slot.status, status);
    wakeAll(this.memory, base + Slot.exitWaiters);
    this.slots.end(entry.slot);
  }

  /** Those who live only to serve others, when there are no others; empty otherwise. */
  get abandoned(): readonly Entry[] {
    const all = [...this.living];
    return all.every(({ slot }) => this.memory.load(slotBase(slot) + Slot.serves) !== 0) ? all : [];
  }

  onInterrupt(entry: Entry): number {
    return this.memory.load(slotBase(entry.slot) + Slot.onInterrupt);
  }

  interrupt(entry: Entry): void {
    entry.interrupts++;
    this.memory.setBits(slotBase(entry.slot) + Slot.control, Control.interrupted);
    ring(this.memory, entry.slot);
  }

  isInterrupted(entry: Entry): boolean {
    return (this.memory.load(slotBase(entry.slot) + Slot.control) & Control.interrupted) !== 0;
  }

  /** The children of a process that has ended are the kernel's: it wants to know nothing of their ends. */
  #orphan(pid: number): void {
    for (const child of this.#byPid.values()) {
      if (child.parentPid !== pid) continue;
      child.parentPid = KERNEL_PID;
      this.memory.store(slotBase(child.slot) + Slot.parentPid, KERNEL_PID);
    }
    for (const zombie of this.#zombies.values()) if (zombie.parentPid === pid) this.slots.collect(zombie.slot);
  }
}
