import { Header, Parked, Request, RUNNING, Slot, SlotState, WORD_BYTES, slotBase } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { WaitKind } from '../memory/parker';

/** Long enough for every wake-up under way to arrive. */
const STILLNESS_MS = 250;

/** Waits that nothing outside the machine can end. */
const BLOCKING: ReadonlySet<number> = new Set([
  WaitKind.processExit,
  WaitKind.pipeRead,
  WaitKind.pipeWrite,
  WaitKind.semaphore,
  WaitKind.ready,
  WaitKind.task,
  WaitKind.taskResult,
]);

export interface Waiter {
  readonly pid: number;
  readonly kind: number;
  readonly object: number;
  /** `main.ts:7:3`, or empty when the process could not say. */
  readonly where: string;
}

/**
 * Notices when every living process sleeps without a deadline and nobody waits for input: then nothing can ever go on.
 * The program is left as it is; the report stands beside it.
 */
export class Detector {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #suspect = '';
  #reported = '';

  constructor(
    private readonly memory: Memory,
    private readonly report: (waiters: readonly Waiter[]) => void,
    /** Somebody else may still wake those who sleep: whoever is outside, or who was killed and may hold what they wait for. */
    private readonly canBeWoken: () => boolean,
  ) {}

  /** Something happened: looks again when the machine has been still for a while. */
  rearm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#suspect = '';
    if (this.#stillness() !== null) this.#timer = setTimeout(() => this.#look(), STILLNESS_MS);
  }

  #look(): void {
    this.#timer = null;
    const stillness = this.#stillness();
    if (stillness === null) return;
    if (stillness !== this.#suspect) {
      this.#suspect = stillness;
      this.#timer = setTimeout(() => this.#look(), STILLNESS_MS);
    } else if (stillness !== this.#reported) {
      this.#reported = stillness;
      this.report(this.#waiters());
    }
  }

  /** A text that stays the same as long as nobody moves; null when somebody can. */
  #stillness(): string | null {
    if (this.canBeWoken()) return null;
    const bells: string[] = [];
    for (const slot of this.#living()) {
      const base = slotBase(slot);
      const stuck =
        this.memory.load(base + Slot.parked) === Parked.forever &&
        BLOCKING.has(this.memory.load(base + Slot.waitKind)) &&
        this.memory.load(base + Slot.control) === 0 &&
        this.memory.load(base + Slot.request) !== Request.pending;
      if (!stuck) return null;
      bells.push(`${slot}:${this.memory.load(base + Slot.park)}`);
    }
    return bells.length === 0 ? null : bells.join(' ');
  }

  #waiters(): Waiter[] {
    return this.#living().map((slot) => {
      const base = slotBase(slot);
      const note = this.memory.read((base + Slot.note) * WORD_BYTES, this.memory.load(base + Slot.noteBytes));
      return {
        pid: this.memory.load(base + Slot.pid),
        kind: this.memory.load(base + Slot.waitKind),
        object: this.memory.load(base + Slot.waitObject),
        where: new TextDecoder().decode(note),
      };
    });
  }

  #living(): number[] {
    const slots: number[] = [];
    const used = this.memory.load(Header.usedSlots);
    for (let slot = 0; slot < used; slot++) {
      const base = slotBase(slot);
      const lives = this.memory.load(base + Slot.state) === SlotState.live;
      if (lives && this.memory.load(base + Slot.status) === RUNNING) slots.push(slot);
    }
    return slots;
  }
}
