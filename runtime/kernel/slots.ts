import type { Occasion } from '../box/protocol';
import { Header, MAX_SLOTS, RUNNING, Slot, SlotState, slotBase } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { hasOutput } from '../memory/output-ring';
import { ring } from '../memory/park';

/** Warm workers kept ready once a process has found none. MainProcess never finds one. */
const FIRST_WARM = 2;
/** … and at most, for programs that start many processes at once, again and again. */
const MOST_WARM = 16;
const REFILL_DELAY_MS = 50;

/** A worker that runs on after it was terminated (Chromium: two seconds) gets this long before its slot is used again. */
export const QUARANTINE_MS = 3000;
/** The worker of a process that has ended gets this long to halt by itself. */
const GRACE_MS = 20;

export interface Workers {
  create(slot: number, occasion: Occasion): void;
  terminate(slot: number): void;
  /** The machine does not need it any more, and it has been no process. */
  release(slot: number): void;
}

/** The rows of the process table as places for workers: warms them, hands them out, clears them up. */
export class Slots {
  #warmTarget = 0;
  /** The workers made last were too few. Those a burst of starts misses before they are made say nothing of that. */
  #mayGrow = true;
  #refill: ReturnType<typeof setTimeout> | null = null;
  /** Slots whose process has ended and whose worker may still run, each with the timer that stops it. */
  readonly #ending = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #stopped = new Set<number>();
  readonly #collected = new Set<number>();

  constructor(
    private readonly memory: Memory,
    private readonly workers: Workers,
    /** The worker of this slot will never run again. */
    private readonly onStopped: (slot: number) => void,
    /** The slot is about to be emptied; nobody can ask for its last process any more. */
    private readonly onFreed: (slot: number) => void,
  ) {}

  /** True while a process that has ended might still be running. */
  get hasUncertain(): boolean {
    return this.#ending.size > 0;
  }

  state(slot: number): number {
    return this.memory.load(slotBase(slot) + Slot.state);
  }

  /** A slot for a new process, with a warm worker if there is one; −1 when every slot is taken. */
  claim(): number {
    let slot = this.#find(SlotState.idle);
    // One that is on its way is there sooner than any new one.
    if (slot === -1) slot = this.#find(SlotState.warming);
    if (slot === -1) {
      this.#grow();
      slot = this.#find(SlotState.empty);
      if (slot === -1) return -1;
      this.#reset(slot);
      this.workers.create(slot, 'wanted');
    }
    return slot;
  }

  /** Keeps enough warm workers ready: soon, for to make one takes time that a process just started can use better. */
  warm(): void {
    if (this.#refill !== null || this.#countReady() >= this.#warmTarget) return;
    this.#refill = setTimeout(() => {
      this.#refill = null;
      this.#fill();
    }, REFILL_DELAY_MS);
  }

  /** The process in this slot has ended: its worker stops as soon as it can do so cleanly. */
  end(slot: number): void {
    const terminate = () => {
      this.workers.terminate(slot);
      this.#ending.set(
        slot,
        setTimeout(() => this.#stop(slot), QUARANTINE_MS),
      );
    };
    this.#ending.set(slot, setTimeout(terminate, GRACE_MS));
    this.settle();
  }

  /** The status of the process in this slot is not needed any more. */
  collect(slot: number): void {
    this.#collected.add(slot);
  }

  /** Clears up slots whose workers have halted and whose processes were waited for. */
  settle(): void {
    for (const slot of this.#ending.keys()) if (this.state(slot) === SlotState.halted) this.#stop(slot);
    for (const slot of this.#stopped) {
      const reaped = this.memory.load(slotBase(slot) + Slot.reaped) !== 0 || this.#collected.has(slot);
      if (reaped && !hasOutput(this.memory, slot)) {
        this.#stopped.delete(slot);
        this.#collected.delete(slot);
        this.onFreed(slot);
        this.#reset(slot);
      }
    }
  }

  /** There will be no more processes: workers that are still unused leave. */
  release(): void {
    if (this.#refill !== null) clearTimeout(this.#refill);
    for (let slot = 0; slot < this.#used; slot++) {
      if (!this.#isReady(slot)) continue;
      this.memory.store(slotBase(slot) + Slot.state, SlotState.released);
      ring(this.memory, slot);
      this.workers.release(slot);
    }
  }

  #stop(slot: number): void {
    // The next process of this slot has a timer of its own.
    clearTimeout(this.#ending.get(slot));
    this.#ending.delete(slot);
    this.#stopped.add(slot);
    this.workers.terminate(slot);
    this.onStopped(slot);
  }

  #grow(): void {
    if (!this.#mayGrow) return;
    this.#mayGrow = false;
    this.#warmTarget = Math.min(MOST_WARM, Math.max(FIRST_WARM, this.#warmTarget * 2));
  }

  #countReady(): number {
    let ready = 0;
    const used = this.#used;
    for (let slot = 0; slot < used; slot++) if (this.#isReady(slot)) ready++;
    return ready;
  }

  #isReady(slot: number): boolean {
    const state = this.state(slot);
    return state === SlotState.idle || state === SlotState.warming;
  }

  #fill(): void {
    this.#mayGrow = true;
    for (let count = this.#countReady(); count < this.#warmTarget; count++) {
      const slot = this.#find(SlotState.empty);
      if (slot === -1) return;
      this.#reset(slot);
      this.memory.store(slotBase(slot) + Slot.state, SlotState.warming);
      this.workers.create(slot, 'ahead');
    }
  }

  #find(state: number): number {
    const used = this.#used;
    for (let slot = 0; slot < used; slot++) if (this.state(slot) === state) return slot;
    if (state !== SlotState.empty || used === MAX_SLOTS) return -1;
    this.memory.store(Header.usedSlots, used + 1);
    return used;
  }

  get #used(): number {
    return this.memory.load(Header.usedSlots);
  }

  #reset(slot: number): void {
    const base = slotBase(slot);
    for (let word = 0; word < Slot.words; word++) {
      // The park word only ever counts up: a ring meant for the last owner must not look like silence to the next.
      if (word !== Slot.park && word !== Slot.state) this.memory.store(base + word, 0);
    }
    this.memory.store(base + Slot.status, RUNNING);
    this.memory.store(base + Slot.state, SlotState.empty);
  }
}
