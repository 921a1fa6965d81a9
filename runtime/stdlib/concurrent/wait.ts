import { TimeoutError, ValueError } from '../../errors';
import { checkKeywords } from '../../errors/argument-checks';
import { literal } from '../../errors/base-exception';
import * as system from '../../process/system';
import { waitLocally } from '../../process/wait-locally';
import type { Future } from './future';

/** `wait` answers as soon as one is done. */
export const FIRST_COMPLETED = 'FIRST_COMPLETED';
/** `wait` answers as soon as one has raised. */
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
/** `wait` answers when all are done. */
export const ALL_COMPLETED = 'ALL_COMPLETED';

export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

export interface WaitOptions {
  /** Longest wait in seconds; null or undefined waits for ever. */
  readonly timeout?: number | null;
  /** Default `ALL_COMPLETED`. */
  readonly returnWhen?: ReturnWhen;
}

/**
 * Waits for futures.
 *
 * @param futures - of any executors.
 * @param options - `timeout` in seconds; `returnWhen`, default `ALL_COMPLETED`.
 * @returns those that are done, cancelled ones included, and the others.
 * @throws ValueError - `returnWhen` is none of the three.
 * @python concurrent.futures.wait
 * @see CPython 3.11 Lib/concurrent/futures/_base.py
 * @example
 * import { ProcessPoolExecutor, wait } from 'concurrent/futures';
 *
 * function square(n: number) {
 *   return n * n;
 * }
 *
 * if (import.meta.main) {
 *   using executor = new ProcessPoolExecutor(2);
 *   const { done } = wait([executor.submit(square, 2), executor.submit(square, 3)]);
 *   console.log(done.size);
 * }
 */
export function wait<F extends Future>(futures: Iterable<F>, options: WaitOptions = {}): { done: Set<F>; notDone: Set<F> } {
  checkKeywords('wait', options, ['timeout', 'returnWhen']);
  const { timeout, returnWhen = ALL_COMPLETED } = options;
  const all = new Set(futures);
  const isEnough = enough(all, returnWhen);
  if (!isEnough()) waitLocally(isEnough, system.deadlineAfter(timeout));
  const done = new Set<F>();
  const notDone = new Set<F>();
  for (const future of all) (future._isDone ? done : notDone).add(future);
  return { done, notDone };
}

function enough(all: ReadonlySet<Future>, returnWhen: ReturnWhen): () => boolean {
  const allDone = () => [...all].every(({ _isDone }) => _isDone);
  switch (returnWhen) {
    case FIRST_COMPLETED:
      return () => all.size === 0 || [...all].some(({ _isDone }) => _isDone);
    case FIRST_EXCEPTION:
      return () => [...all].some(({ _hasRaised }) => _hasRaised) || allDone();
    case ALL_COMPLETED:
      return allDone;
    default:
      throw new ValueError(`Invalid return condition: ${literal(returnWhen)}`);
  }
}

/**
 * Futures in the order in which they are done.
 *
 * @param futures - of any executors; one that comes twice is answered once.
 * @param timeout - longest wait for all of them in seconds, or `{ timeout }`; null or undefined waits for ever.
 * @throws TimeoutError - not all were done in time: `1 (of 3) futures unfinished`.
 * @python concurrent.futures.as_completed
 * @see CPython 3.11 Lib/concurrent/futures/_base.py
 */
export function asCompleted<F extends Future>(
  futures: Iterable<F>,
  timeout?: number | null | { readonly timeout?: number | null },
): IterableIterator<F, undefined> {
  const options = typeof timeout === 'object' && timeout !== null ? timeout : { timeout };
  checkKeywords('as_completed', options, ['timeout']);
  return new CompletedIterator(new Set(futures), system.deadlineAfter(options.timeout));
}

class CompletedIterator<F extends Future> implements IterableIterator<F, undefined> {
  readonly #ready: F[] = [];
  readonly #total: number;

  constructor(
    private readonly pending: Set<F>,
    private readonly deadlineMs: number,
  ) {
    this.#total = pending.size;
    for (const future of pending) {
      if (future._isDone) this.#ready.push(future);
      else future.addDoneCallback(() => this.#ready.push(future));
    }
  }

  next(): IteratorResult<F, undefined> {
    if (this.pending.size === 0) return { value: undefined, done: true };
    if (this.#ready.length === 0 && !waitLocally(() => this.#ready.length > 0, this.deadlineMs)) {
      throw new TimeoutError(`${this.pending.size} (of ${this.#total}) futures unfinished`);
    }
    const [future] = this.#ready.splice(0, 1);
    if (future === undefined) return { value: undefined, done: true };
    this.pending.delete(future);
    return { value: future, done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
