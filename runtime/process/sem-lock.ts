import { AssertionError, OSError, OverflowError, ValueError } from '../errors';
import { checkFlag, checkInteger } from '../errors/argument-checks';
import { Semaphore, WORD_BYTES } from '../memory/layout';
import { acquire, initSemaphore, isFull, post, semaphoreValue, tryAcquire } from '../memory/semaphore';
import { type Cell, createCell, createCellApart } from './cells';
import { current, type ProcessContext } from './context';
import { place } from './place';
import { close, deadlineAfter } from './system';
import { threadId } from './thread-identity';
import { type ObjectKind, traceAcquired, traceMade, traceReleased } from './trace';

export const SEM_VALUE_MAX = 0x7fff_ffff;
const BYTES = Semaphore.words * WORD_BYTES;
const EINVAL = 22;

export interface SemLockForm {
  /** An owner may acquire it again, and only the owner may release it. */
  readonly isRecursive: boolean;
  readonly maxValue: number;
  /** What the timeline calls it; null for a part of something else. */
  readonly kind: ObjectKind | null;
}

/**
 * CPython's `_multiprocessing.SemLock`: a semaphore in shared memory, and in each process how often it has acquired it. When
 * nobody else wants it, acquiring it is one compare-and-swap.
 */
export class SemLock {
  readonly cell: Cell;
  readonly form: SemLockForm;
  readonly #context: ProcessContext;
  readonly #word: number;
  #count = 0;
  #thread = 0;

  /** @param cell - where it is already; without one it is made. */
  constructor(form: SemLockForm, value: number, cell?: Cell, name?: string) {
    this.#context = current();
    this.form = form;
    if (cell === undefined) {
      checkInteger(value);
      if (value > SEM_VALUE_MAX) throw new OverflowError('Python int too large to convert to C int');
      if (value < 0) throw new OSError(EINVAL, 'Invalid argument');
      this.cell = createCell(BYTES);
      initSemaphore(this.#context.memory, this.cell.offset / WORD_BYTES, value);
      if (form.kind !== null) traceMade(this.cell.offset, form.kind, name);
    } else this.cell = cell;
    this.#word = this.cell.offset / WORD_BYTES;
  }

  /** One that can be closed. */
  static apart(form: SemLockForm, value: number): SemLock {
    const cell = createCellApart(BYTES);
    initSemaphore(current().memory, cell.offset / WORD_BYTES, value);
    return new SemLock(form, value, cell);
  }

  /** This process uses one that was made `apart` no more. */
  close(): void {
    close(this.cell.region);
  }

  acquire(block: boolean, timeout: number | null | undefined): boolean {
    checkFlag('block', block);
    const { memory, parker, pid } = this.#context;
    const word = this.#word;
    if (this.form.isRecursive && this.isMine()) {
      this.#count++;
      return true;
    }
    parker.checkIn();
    if (!tryAcquire(memory, word) && !(block && acquire(parker, word, deadlineAfter(timeout)))) return false;
    this.#count++;
    this.#thread = threadId();
    memory.words[word + Semaphore.owner] = pid;
    memory.words[word + Semaphore.place] = place.at;
    if (this.form.kind !== null) traceAcquired(this.cell.offset);
    return true;
  }

  release(): void {
    const { memory, parker } = this.#context;
    const word = this.#word;
    if (this.form.isRecursive) {
      if (!this.isMine()) throw new AssertionError('attempt to release recursive lock not owned by thread');
      if (this.#count > 1) {
        this.#count--;
        return;
      }
    } else if (isFull(memory, word, this.form.maxValue)) {
      throw new ValueError('semaphore or lock released too many times');
    }
    parker.checkIn();
    this.#count--;
    if (this.form.maxValue === 1) memory.words[word + Semaphore.owner] = 0;
    if (this.form.kind !== null) traceReleased(this.cell.offset);
    post(memory, word);
  }

  /** How often this process has it. */
  count(): number {
    return this.#count;
  }

  /** Has the thread that asks it? */
  isMine(): boolean {
    return this.#count > 0 && this.#thread === threadId();
  }

  value(): number {
    return semaphoreValue(this.#context.memory, this.#word);
  }
}
