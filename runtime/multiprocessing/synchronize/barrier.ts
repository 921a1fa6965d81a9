import { AssertionError } from '../../errors';
import { checkKeywords } from '../../errors/argument-checks';
import { typeName } from '../../errors/type-name';
import { type Cell, createCell, loadWord, storeWord } from '../../process/cells';
import { takeName } from '../../process/place';
import { ObjectKind, traceMade, tracePart } from '../../process/trace';
import { BrokenBarrierError } from '../../stdlib/broken-barrier-error';
import { reduce } from '../../stdlib/pickle';
import { constructAs, addressOf, assertSpawning, internal, passHandle } from '../reduction';
import { type Condition, partCondition } from './condition';
import { PartLock } from './lock';

/** In shared memory: what the barrier does, then how many are inside. */
const STATE = 0;
const COUNT = 1;
const CELL_BYTES = 8;

const State = { filling: 0, draining: 1, resetting: -1, broken: -2 } as const;

export interface BarrierOptions {
  /** Called by one of them when all are there, before they go on. */
  readonly action?: (() => unknown) | null;
  /** Longest wait in seconds where `wait` says nothing; null waits for ever. */
  readonly timeout?: number | null;
}

type Parts = readonly [parties: number, action: (() => unknown) | null, timeout: number | null, condition: Condition, cell: Cell];

/**
 * Lets nobody pass before a number of processes have come.
 *
 * @param parties - how many.
 * @param options - `action`, called by one of them; `timeout` in seconds, the default of `wait`.
 * @python multiprocessing.Barrier - action and timeout are options.
 * @see CPython 3.11 Lib/threading.py
 * @example
 * import { Barrier, Process } from 'multiprocessing';
 *
 * function runner(start: Barrier) {
 *   start.wait();
 * }
 *
 * if (import.meta.main) {
 *   const start = new Barrier(2);
 *   new Process({ target: runner, args: [start] }).start();
 *   console.log(start.wait() < 2);
 * }
 */
export class Barrier {
  readonly #parts: Parts;

  constructor(parties: number, options?: BarrierOptions);
  /** @internal */
  constructor(parties: Parts);
  constructor(parties: number | Parts, options: BarrierOptions = {}) {
    if (Array.isArray(parties)) {
      this.#parts = parties as Parts;
      return;
    }
    checkKeywords('BaseContext.Barrier', options, ['action', 'timeout']);
    const { action = null, timeout = null } = options;
    if (typeof parties !== 'number') throw new TypeError(`'${typeName(parties)}' object cannot be interpreted as an integer`);
    const name = takeName();
    const lock = new PartLock(true);
    this.#parts = [parties, action, timeout, partCondition(lock), createCell(CELL_BYTES)];
    const object = this.#parts[4].offset;
    traceMade(object, ObjectKind.barrier, name);
    tracePart(this.#condition._object, object);
    tracePart(lock._semlock.cell.offset, object);
  }

  /** How many it takes. */
  get parties(): number {
    return this.#parts[0];
  }

  /** How many wait at this moment. */
  get nWaiting(): number {
    return this.#state === State.filling ? this.#count : 0;
  }

  /** Has somebody given up? */
  get broken(): boolean {
    return this.#state === State.broken;
  }

  /**
   * Waits until all are there.
   * @param timeout - longest wait in seconds; then the barrier is broken. Default: the barrier's own.
   * @returns a number from 0 to parties − 1, a different one for each.
   * @throws BrokenBarrierError - it was broken or reset, or the time was over.
   */
  wait(timeout?: number | null): number {
    const [parties, , ownTimeout] = this.#parts;
    using _ = this.#condition.hold();
    this.#enter();
    const index = this.#count;
    this.#count++;
    try {
      if (index + 1 === parties) this.#release();
      else this.#waitForOthers(timeout ?? ownTimeout);
      return index;
    } finally {
      this.#count--;
      this.#exit();
    }
  }

  /** Begins anew. Whoever waits gets a BrokenBarrierError. */
  reset(): void {
    using _ = this.#condition.hold();
    if (this.#count === 0) this.#state = State.filling;
    else if (this.#state === State.filling || this.#state === State.broken) this.#state = State.resetting;
    this.#condition.notifyAll();
  }

  /** Breaks it: whoever waits, and whoever comes, gets a BrokenBarrierError. */
  abort(): void {
    using _ = this.#condition.hold();
    this.#break();
  }

  toString(): string {
    const name = `multiprocessing.synchronize.${this.constructor.name} at ${addressOf(this)}`;
    return this.broken ? `<${name}: broken>` : `<${name}: waiters=${this.nWaiting}/${this.parties}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this.#condition);
    passHandle(this.#parts[4].region);
    return [rebuild, [this.constructor, this.#parts]];
  }

  get #condition(): Condition {
    return this.#parts[3];
  }

  get #state(): number {
    return this.#load(STATE);
  }

  set #state(state: number) {
    this.#store(STATE, state);
  }

  get #count(): number {
    return this.#load(COUNT);
  }

  set #count(count: number) {
    this.#store(COUNT, count);
  }

  #load(word: number): number {
    return loadWord(this.#parts[4], word);
  }

  #store(word: number, value: number): void {
    storeWord(this.#parts[4], word, value);
  }

  #enter(): void {
    while (this.#state === State.resetting || this.#state === State.draining) this.#condition.wait();
    if (this.#state < 0) throw new BrokenBarrierError();
    if (this.#state !== State.filling) throw new AssertionError();
  }

  #release(): void {
    const action = this.#parts[1];
    try {
      if (action !== null) action();
      this.#state = State.draining;
      this.#condition.notifyAll();
    } catch (error) {
      this.#break();
      throw error;
    }
  }

  #waitForOthers(timeout: number | null): void {
    if (!this.#condition.waitFor(() => this.#state !== State.filling, timeout)) {
      this.#break();
      throw new BrokenBarrierError();
    }
    if (this.#state < 0) throw new BrokenBarrierError();
  }

  #exit(): void {
    if (this.#count !== 0 || (this.#state !== State.resetting && this.#state !== State.draining)) return;
    this.#state = State.filling;
    this.#condition.notifyAll();
  }

  #break(): void {
    this.#state = State.broken;
    this.#condition.notifyAll();
  }
}

const rebuild = internal('Barrier', (type: new () => Barrier, parts: Parts) => {
  return constructAs(Barrier, [parts], type);
});
