import { BaseException, Exception, pythonModule, RuntimeError, ValueError } from '../../../errors';
import { checkComparable, checkKeywords, numberOrOptions } from '../../../errors/argument-checks';
import { reportError } from '../../../process/run-process';
import { writeOutput } from '../../../process/stdio';
import { threadEndings } from '../../../process/threads/scheduler';
import { waitLocally } from '../../../process/wait-locally';
import { BrokenExecutor } from '../../../stdlib/concurrent/errors';
import { Future } from '../../../stdlib/concurrent/future';
import { addressOf } from '../../../stdlib/pickle/address';
import { cpuCount } from '../../../stdlib/os';
import { Thread } from '../../../stdlib/threading/thread';
import { type MapOptions, mapOver, type ResultsIterator } from './map';
import type { ShutdownOptions } from './process';

export * as default from './thread';

/** What a `ThreadPoolExecutor` is made with. */
export interface ThreadPoolExecutorOptions<I extends unknown[] = unknown[]> {
  /** Most threads at once; default four more than there are processors, and no more than 32. */
  readonly maxWorkers?: number | null;
  /** What the threads' names begin with; default `ThreadPoolExecutor-N`. */
  readonly threadNamePrefix?: string;
  /** Called by each thread at its start. */
  readonly initializer?: ((...args: I) => unknown) | null;
  /** What it is called with. */
  readonly initargs?: Readonly<I>;
}

const KEYWORDS = ['maxWorkers', 'threadNamePrefix', 'initializer', 'initargs'] as const;

/**
 * An initializer raised: no call can be done any more.
 * @python concurrent.futures.thread.BrokenThreadPool
 */
export class BrokenThreadPool extends BrokenExecutor {
  /** @internal */
  static override [pythonModule] = 'concurrent.futures.thread';
}

interface Call {
  readonly future: Future;
  readonly func: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
}

let executors = 0;
/** The program has ended: the threads do what is left and end, too. */
let isEnding = false;
threadEndings.push(() => {
  isEnding = true;
});

/**
 * Does calls in threads, which it starts as they are needed.
 *
 * @param maxWorkers - most threads at once, or all options.
 * @throws ValueError - `max_workers must be greater than 0`.
 * @python concurrent.futures.ThreadPoolExecutor
 * @see CPython 3.11 Lib/concurrent/futures/thread.py
 * @example
 * import { ThreadPoolExecutor } from 'concurrent/futures';
 *
 * using executor = new ThreadPoolExecutor(2);
 * console.log(executor.submit((n: number) => n * n, 7).result());
 */
export class ThreadPoolExecutor<I extends unknown[] = unknown[]> {
  readonly #maxWorkers: number;
  readonly #prefix: string;
  readonly #initializer: ((...args: I) => unknown) | null;
  readonly #initargs: Readonly<I>;
  readonly #calls: Call[] = [];
  readonly #threads: Thread[] = [];
  #idle = 0;
  #isShutDown = false;
  #isBroken = false;

  constructor(maxWorkers?: number | null | ThreadPoolExecutorOptions<I>);
  constructor(maxWorkers: number | null | ThreadPoolExecutorOptions<I> = null, ...surplus: readonly unknown[]) {
    const options = numberOrOptions('ThreadPoolExecutor.__init__', maxWorkers, surplus, KEYWORDS);
    const { initializer = null, initargs = [] as unknown as I, threadNamePrefix = '' } = options;
    this.#maxWorkers = options.maxWorkers ?? Math.min(32, cpuCount() + 4);
    checkComparable(this.#maxWorkers, '<=');
    if (this.#maxWorkers <= 0) throw new ValueError('max_workers must be greater than 0');
    if (initializer !== null && typeof initializer !== 'function') throw new TypeError('initializer must be a callable');
    this.#prefix = threadNamePrefix === '' ? `ThreadPoolExecutor-${executors++}` : threadNamePrefix;
    this.#initializer = initializer;
    this.#initargs = initargs;
  }

  /**
   * Calls a function in a thread and answers at once.
   * @param func - any function.
   * @param args - its arguments.
   * @throws RuntimeError - it was shut down: `cannot schedule new futures after shutdown`; or the program has ended.
   * @throws BrokenThreadPool - an initializer has raised.
   */
  submit<A extends unknown[], R>(func: (...args: A) => R, ...args: A): Future<R> {
    if (this.#isBroken) throw new BrokenThreadPool('A thread initializer failed, the thread pool is not usable anymore');
    if (this.#isShutDown) throw new RuntimeError('cannot schedule new futures after shutdown');
    if (isEnding) throw new RuntimeError('cannot schedule new futures after interpreter shutdown');
    const future = new Future<R>();
    this.#calls.push({ future: future, func: func as (...args: unknown[]) => unknown, args });
    this.#startThread();
    return future;
  }

  /**
   * Calls a function on the items of one or several iterables, which are read at once.
   * @param func - any function.
   * @param iterables - one for each argument of the function, then `{ timeout }`. The shortest says how often.
   * @returns the results, in the order of the items, as they come.
   * @throws TimeoutError - by the iterator: not all have come in time.
   */
  map<A extends unknown[], R>(
    func: (...args: A) => R,
    ...iterables: [...{ [K in keyof A]: Iterable<A[K]> }, options?: MapOptions]
  ): ResultsIterator<R> {
    const one = (args: readonly unknown[]) => this.submit<unknown[], unknown>(func as (...args: unknown[]) => unknown, ...args);
    return mapOver<R>(iterables, { one, chunk: one });
  }

  /**
   * Takes no more calls, and ends the threads when those there are have been done.
   * @param options - `wait` until then, default true; `cancelFutures` that have not begun, default false.
   */
  shutdown(options: ShutdownOptions = {}): void {
    checkKeywords('ThreadPoolExecutor.shutdown', options, ['wait', 'cancelFutures']);
    const { wait = true, cancelFutures = false } = options;
    this.#isShutDown = true;
    if (cancelFutures) for (const { future } of this.#calls.splice(0)) future.cancel();
    if (wait) for (const thread of this.#threads) thread.join();
  }

  /** At the end of a block with `using`: waits until all work is done. */
  [Symbol.dispose](): void {
    this.shutdown();
  }

  /** CPython's `<concurrent.futures.thread.ThreadPoolExecutor object at 0x7f3c5a200000>`. */
  toString(): string {
    return `<concurrent.futures.thread.${this.constructor.name} object at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  #startThread(): void {
    if (this.#idle >= this.#calls.length || this.#threads.length >= this.#maxWorkers) return;
    const thread = new Thread({ name: `${this.#prefix}_${this.#threads.length}`, target: () => this.#work() });
    this.#threads.push(thread);
    thread.start();
  }

  #work(): void {
    if (!this.#initialize()) return;
    for (;;) {
      this.#idle++;
      try {
        waitLocally(() => this.#calls.length > 0 || this.#isShutDown || isEnding, Infinity);
      } finally {
        this.#idle--;
      }
      const call = this.#calls.shift();
      if (call === undefined) return;
      if (call.future.setRunningOrNotifyCancel()) this.#perform(call);
    }
  }

  #initialize(): boolean {
    if (this.#initializer === null) return true;
    try {
      Reflect.apply(this.#initializer, undefined, this.#initargs as I);
      return true;
    } catch (error) {
      writeOutput('stderr', 'Exception in initializer:\n');
      reportError(error);
      this.#isBroken = true;
      const text = 'A thread initializer failed, the thread pool is not usable anymore';
      for (const { future } of this.#calls.splice(0)) future.setException(new BrokenThreadPool(text));
      return false;
    }
  }

  #perform({ future, func, args }: Call): void {
    let result: unknown;
    try {
      result = Reflect.apply(func, undefined, args);
    } catch (error) {
      if (error instanceof BaseException && !(error instanceof Exception)) throw error;
      return future.setException(error);
    }
    future.setResult(result);
  }
}
