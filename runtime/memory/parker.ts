import { Control, NOTE_WORDS, Slot, SlotState, WORD_BYTES, slotBase } from './layout';
import type { Memory } from './memory';
import { ringKernel } from './doorbell';
import { listen, sleep, sleepForever } from './park';
import { TraceKind, type TraceWriter } from './trace-ring';

/** What a process sleeps for; the detector puts it into words. */
export const WaitKind = {
  none: 0,
  sleep: 1,
  processExit: 2,
  pipeRead: 3,
  pipeWrite: 4,
  semaphore: 5,
  ready: 6,
  input: 7,
  output: 8,
  kernel: 9,
  task: 10,
  taskResult: 11,
} as const;
export type WaitKind = (typeof WaitKind)[keyof typeof WaitKind];

export interface Reason {
  readonly kind: WaitKind;
  /** The word index, pid or handle waited for. */
  readonly object: number;
}

export interface Signals {
  /** Raises what a pending signal raises. Not called for waits that cannot be interrupted. */
  check(): void;
  /** Where the program stands, `main.ts:7:3`; asked for once when a wait grows long. */
  whereabouts(): string;
}

export const FOREVER = Infinity;

/** A wait this long gets its place in the program recorded, so that a deadlock can be explained with lines. */
const LONG_WAIT_MS = 150;

const NOTE_BYTES = NOTE_WORDS * WORD_BYTES;

/** How one process waits: the single loop that every blocking call is made of. */
export class Parker {
  /**
   * Work that goes on beside the program: done at every system call, and whenever somebody rings. Must not block. Answers
   * in how many milliseconds it wants to be called again; Infinity: when somebody rings.
   */
  background: (() => number) | null = null;
  readonly #base: number;

  constructor(
    readonly memory: Memory,
    readonly slot: number,
    private readonly signals: Signals,
    private readonly trace: TraceWriter | null = null,
  ) {
    this.#base = slotBase(slot);
  }

  /** To be called on entry of every system call: a killed process gets no further, a signalled one raises. */
  checkIn(): void {
    if (this.background !== null) this.background();
    // A plain read: whoever is signalled this very moment could as well have been so a moment later.
    const control = this.memory.words[this.#base + Slot.control] ?? 0;
    if (control === 0) return;
    if (control & Control.killed) this.halt();
    this.signals.check();
  }

  /** Was this process killed, and has not come to know it yet? */
  isKilled(): boolean {
    return (this.memory.load(this.#base + Slot.control) & Control.killed) !== 0;
  }

  /** Is there a signal that `checkIn` would raise? */
  isInterrupted(): boolean {
    return (this.memory.load(this.#base + Slot.control) & Control.interrupted) !== 0;
  }

  /**
   * Sleeps until `isReady` answers true, looking after each ring of the bell.
   * @param deadlineMs - on the machine's clock; `FOREVER` waits without end.
   * @returns false when the deadline passed first.
   */
  waitUntil(isReady: () => boolean, deadlineMs: number, reason: Reason, interruptible = true): boolean {
    if (interruptible) this.checkIn();
    if (isReady()) return true;
    const isTraced = this.traceWait(reason, deadlineMs);
    try {
      return this.park(isReady, deadlineMs, reason, interruptible);
    } finally {
      if (isTraced) this.traceWaitEnd(reason);
    }
  }

  /** As `waitUntil`, for whoever has looked already and tells about it himself. */
  park(isReady: () => boolean, deadlineMs: number, reason: Reason, interruptible: boolean): boolean {
    const { memory } = this;
    // Background work may wait for the kernel in the middle of another wait, which then goes on.
    const [outerKind, outerObject] = [memory.load(this.#base + Slot.waitKind), memory.load(this.#base + Slot.waitObject)];
    memory.store(this.#base + Slot.waitKind, reason.kind);
    memory.store(this.#base + Slot.waitObject, reason.object);
    try {
      return this.#sleepUntil(isReady, deadlineMs, interruptible);
    } finally {
      memory.store(this.#base + Slot.waitKind, outerKind);
      memory.store(this.#base + Slot.waitObject, outerObject);
      if (outerKind === WaitKind.none) memory.store(this.#base + Slot.noteBytes, 0);
    }
  }

  /** A wait begins; answers whether its end is to be told as well. */
  traceWait({ kind, object }: Reason, deadlineMs: number): boolean {
    if (this.trace === null || kind === WaitKind.none || kind === WaitKind.kernel) return false;
    const deadline = deadlineMs === FOREVER ? -1 : Math.min(0x7fff_ffff, Math.round(deadlineMs));
    return this.trace.recordVital(TraceKind.waitBegan, object, kind, deadline);
  }

  traceWaitEnd({ kind, object }: Reason): void {
    this.trace?.recordVital(TraceKind.waitEnded, object, kind);
  }

  /** Ends all activity of this process; the kernel does the rest. */
  halt(): never {
    this.memory.store(this.#base + Slot.state, SlotState.halted);
    ringKernel(this.memory);
    sleepForever();
  }

  #sleepUntil(isReady: () => boolean, deadlineMs: number, interruptible: boolean): boolean {
    const { memory, slot } = this;
    const began = memory.now();
    let noted = deadlineMs !== FOREVER || !interruptible;
    for (;;) {
      const heard = listen(memory, slot);
      const control = memory.load(this.#base + Slot.control);
      if (control & Control.killed) this.halt();
      if (control !== 0 && interruptible) this.signals.check();
      const pollMs = interruptible && this.background !== null ? this.background() : Infinity;
      if (isReady()) return true;
      const now = memory.now();
      if (now >= deadlineMs) return false;
      if (!noted && now - began >= LONG_WAIT_MS) {
        this.#note(this.signals.whereabouts());
        noted = true;
      }
      const waitMs = Math.min(noted ? deadlineMs - now : LONG_WAIT_MS, pollMs);
      sleep(memory, slot, heard, waitMs, waitMs === Infinity);
    }
  }

  #note(text: string): void {
    const bytes = new TextEncoder().encode(text).subarray(0, NOTE_BYTES);
    this.memory.bytes.set(bytes, (this.#base + Slot.note) * WORD_BYTES);
    this.memory.store(this.#base + Slot.noteBytes, bytes.length);
  }
}
