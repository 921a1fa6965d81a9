import { AssertionError, NotImplementedError, ValueError } from '../../errors';
import { addBackgroundTask, removeBackgroundTask } from '../../process/background';
import { takeName } from '../../process/place';
import { reportError } from '../../process/run-process';
import { writeOutput } from '../../process/stdio';
import { ObjectKind, traceMade, tracePart } from '../../process/trace';
import { cpuCount } from '../../stdlib/os';
import { reduce } from '../../stdlib/pickle';
import { typeName } from '../../stdlib/type-name';
import { Finalize } from '../util';
import type { Call } from './call';
import {
  AsyncResult,
  type Callbacks,
  ChunkIterator,
  IMapIterator,
  IMapUnorderedIterator,
  MapResult,
  type Receiver,
  type ResultKeeper,
} from './results';
import { type Callable, mapStar, type Outcome, raise, starmapStar, type Task, withCause } from './task';
import { Workers } from './workers';

/** What a pool is made with. */
export interface PoolOptions<I extends unknown[] = unknown[]> {
  /** How many workers; default one for each processor. */
  readonly processes?: number | null;
  /** Called by each worker at its start. */
  readonly initializer?: ((...args: I) => unknown) | null;
  /** What it is called with. */
  readonly initargs?: Readonly<I>;
  /** How many tasks a worker does before a new one takes its place; default any number. */
  readonly maxtasksperchild?: number | null;
}

/** Tasks that are sent as there is room for them. */
interface Series {
  readonly tasks: Iterator<Task>;
  /** Told how many they were. */
  readonly onSent: ((count: number) => void) | null;
  count: number;
}

const EXIT_PRIORITY = 15;

/**
 * Worker processes that share the work.
 *
 * @param processes - how many workers, or all options; default one worker for each processor.
 * @throws ValueError - `Number of processes must be at least 1`.
 * @throws AssertionError - this process is a daemon and may not have children.
 * @python multiprocessing.Pool - callbacks run, and dead workers are replaced, when this process is inside a call of the library.
 * @see CPython 3.11 Lib/multiprocessing/pool.py
 * @example
 * import { Pool } from 'multiprocessing';
 *
 * function square(n: number) {
 *   return n * n;
 * }
 *
 * if (import.meta.main) {
 *   using pool = new Pool(2);
 *   console.log(pool.map(square, [1, 2, 3]));
 * }
 */
export class Pool<I extends unknown[] = unknown[]> implements ResultKeeper {
  /** @internal */
  readonly cache = new Map<number, Receiver>();
  readonly #workers: Workers;
  readonly #series: Series[] = [];
  readonly #terminate: Finalize;
  #state: 'RUN' | 'CLOSE' | 'TERMINATE' = 'RUN';
  /** Something ended the handling of results for good. */
  #isBroken = false;
  #isDismissed = false;

  constructor(processes?: number | null | PoolOptions<I>) {
    const options: PoolOptions<I> =
      typeof processes === 'object' && processes !== null ? processes : { processes: processes ?? null };
    const name = takeName();
    const count = options.processes ?? cpuCount();
    const { initializer = null, initargs = [], maxtasksperchild: maxTasks = null } = options;
    if (count < 1) throw new ValueError('Number of processes must be at least 1');
    if (maxTasks !== null && !(Number.isInteger(maxTasks) && maxTasks > 0)) {
      throw new ValueError('maxtasksperchild must be a positive int or None');
    }
    if (initializer !== null && typeof initializer !== 'function') throw new TypeError('initializer must be a callable');
    this.#workers = new Workers(count, { initializer, initargs: [...initargs], maxTasks });
    const [taskPipe, resultPipe] = this.#workers.pipes;
    traceMade(taskPipe, ObjectKind.pool, name);
    tracePart(resultPipe, taskPipe);
    this.#workers.start();
    addBackgroundTask(this);
    this.#terminate = new Finalize(this, () => this.#end(), [], { exitpriority: EXIT_PRIORITY });
  }

  /**
   * Calls a function in a worker and waits for its result.
   * @param func - a top-level function.
   * @param call - its arguments as an array, then an object for its last parameter.
   * @throws the exception of the task, with the worker's traceback as its cause.
   * @throws ValueError - the pool is closed: `Pool not running`.
   * @example
   * import { Pool } from 'multiprocessing';
   *
   * function add(a: number, b: number) {
   *   return a + b;
   * }
   *
   * if (import.meta.main) {
   *   using pool = new Pool(1);
   *   console.log(pool.apply(add, [1, 2]));
   * }
   */
  apply<A extends unknown[], R>(func: (...args: A) => R, ...call: Call<NoInfer<A>, []>): Awaited<R> {
    return this.applyAsync(func, ...(call as unknown as Call<NoInfer<A>, [options?: Callbacks<Awaited<R>>]>)).get();
  }

  /**
   * Calls a function in a worker and answers at once.
   * @param func - a top-level function.
   * @param call - its arguments as an array, then an object for its last parameter, then `{ callback, errorCallback }`.
   * @throws ValueError - the pool is closed: `Pool not running`.
   */
  applyAsync<A extends unknown[], R>(
    func: (...args: A) => R,
    ...call: Call<NoInfer<A>, [options?: Callbacks<Awaited<R>>]>
  ): AsyncResult<Awaited<R>> {
    this.#checkRunning();
    const [args, kwds, callbacks] = call as unknown as readonly [unknown[]?, object?, Callbacks<Awaited<R>>?];
    const result = new AsyncResult<Awaited<R>>(this, callbacks ?? {});
    this.#submit([[result._job, 0, func, [...(args ?? [])], kwds ?? {}]], null);
    return result;
  }

  /**
   * Calls a function on each of several items, in the workers, and waits for all results.
   * @param func - a top-level function of one argument.
   * @param items - is read to its end at once.
   * @param chunksize - how many items travel together; default so that each worker gets four chunks.
   * @returns the results, in the order of the items.
   * @throws the exception of the first task that failed; all tasks are done nevertheless.
   */
  map<T, R>(func: (item: T) => R, items: Iterable<T>, chunksize?: number | null): Awaited<R>[] {
    return this.mapAsync(func, items, chunksize).get();
  }

  /** As `map`, and answers at once. */
  mapAsync<T, R>(
    func: (item: T) => R,
    items: Iterable<T>,
    chunksize?: number | null,
    callbacks: Callbacks<Awaited<R>[]> = {},
  ): AsyncResult<Awaited<R>[]> {
    return this.#mapAsync<Awaited<R>>(func, items, mapStar, chunksize, callbacks);
  }

  /** As `map`, each item being the array of the function's arguments. */
  starmap<A extends unknown[], R>(
    func: (...args: A) => R,
    items: Iterable<Readonly<NoInfer<A>>>,
    chunksize?: number | null,
  ): Awaited<R>[] {
    return this.starmapAsync(func, items, chunksize).get();
  }

  /** As `starmap`, and answers at once. */
  starmapAsync<A extends unknown[], R>(
    func: (...args: A) => R,
    items: Iterable<Readonly<NoInfer<A>>>,
    chunksize?: number | null,
    callbacks: Callbacks<Awaited<R>[]> = {},
  ): AsyncResult<Awaited<R>[]> {
    return this.#mapAsync<Awaited<R>>(func, items, starmapStar, chunksize, callbacks);
  }

  /**
   * As `map`, and answers the results one after another, as soon as each has come. The items are read as there is room for them.
   * @param chunksize - how many items travel together; default 1.
   * @throws ValueError - `Chunksize must be 1+`.
   */
  imap<T, R>(func: (item: T) => R, items: Iterable<T>, chunksize = 1): ResultIterator<Awaited<R>> {
    this.#checkRunning();
    checkChunksize(chunksize);
    if (chunksize === 1) return this.#imap(new IMapIterator<Awaited<R>>(this), func, items);
    return new ChunkIterator(this.#imapChunks(new IMapIterator<Awaited<R>[]>(this), func, items, chunksize));
  }

  /** As `imap`, the results in the order in which they come. */
  imapUnordered<T, R>(func: (item: T) => R, items: Iterable<T>, chunksize = 1): ResultIterator<Awaited<R>> {
    this.#checkRunning();
    checkChunksize(chunksize);
    if (chunksize === 1) return this.#imap(new IMapUnorderedIterator<Awaited<R>>(this), func, items);
    return new ChunkIterator(this.#imapChunks(new IMapUnorderedIterator<Awaited<R>[]>(this), func, items, chunksize));
  }

  /** No more tasks. The workers end when they have done those there are. */
  close(): void {
    if (this.#state !== 'RUN') return;
    this.#state = 'CLOSE';
    this.poll();
  }

  /** Ends the workers at once. Tasks that are not done are lost. */
  terminate(): void {
    this.#terminate.call();
  }

  /** At the end of a block with `using`: as in Python, terminates. */
  [Symbol.dispose](): void {
    this.terminate();
  }

  /**
   * Waits until all workers have ended.
   * @throws ValueError - the pool takes tasks still: `Pool is still running`.
   */
  join(): void {
    if (this.#state === 'RUN') throw new ValueError('Pool is still running');
    this.waitFor(() => this.#isDismissed || this.#state === 'TERMINATE', null);
    this.#workers.join();
    removeBackgroundTask(this);
  }

  /** CPython's `<multiprocessing.pool.Pool state=RUN pool_size=3>`. */
  toString(): string {
    return `<multiprocessing.pool.${this.constructor.name} state=${this.#state} pool_size=${this.#workers.count}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): never {
    throw new NotImplementedError('pool objects cannot be passed between processes or pickled');
  }

  /** @internal Does what CPython's handler threads do, as far as it can be done without waiting. */
  poll(): number {
    if (this.#state === 'TERMINATE') return Infinity;
    this.#takeResults();
    this.#sendTasks();
    const isDone = this.cache.size === 0 && this.#series.length === 0;
    if (this.#state === 'CLOSE' && isDone && !this.#isDismissed) {
      this.#isDismissed = true;
      this.#workers.dismiss();
    }
    return this.#isDismissed ? Infinity : this.#workers.replace();
  }

  /** @internal */
  waitFor(isDone: () => boolean, timeout: number | null | undefined): boolean {
    return isDone() || this.#workers.wait(isDone, timeout);
  }

  #mapAsync<R>(
    func: Callable,
    items: Iterable<unknown>,
    mapper: Callable,
    chunksize: number | null | undefined,
    callbacks: Callbacks<R[]>,
  ): AsyncResult<R[]> {
    this.#checkRunning();
    if (typeof items !== 'object' && typeof items !== 'string')
      throw new TypeError(`'${typeName(items)}' object is not iterable`);
    const list = [...items];
    const size = list.length === 0 ? 0 : (chunksize ?? Math.ceil(list.length / (this.#workers.count * 4)));
    const result = new MapResult<R>(this, callbacks, size, list.length);
    if (size > 0) this.#submit(chunked(list, size, result._job, mapper, func), null);
    return result;
  }

  #imap<T>(result: IMapIterator<T>, func: Callable, items: Iterable<unknown>): IMapIterator<T> {
    this.#submit(guarded(result._job, func, items), (count) => result.setLength(count));
    return result;
  }

  #imapChunks<T>(result: IMapIterator<T[]>, func: Callable, items: Iterable<unknown>, size: number): IMapIterator<T[]> {
    this.#submit(guarded(result._job, mapStar, batched(func, items, size), true), (count) => result.setLength(count));
    return result;
  }

  #submit(tasks: Iterable<Task>, onSent: Series['onSent']): void {
    this.#series.push({ tasks: tasks[Symbol.iterator](), onSent, count: 0 });
    this.#sendTasks();
  }

  #sendTasks(): void {
    for (let series = this.#series[0]; series !== undefined && this.#workers.hasRoom; series = this.#series[0]) {
      const { value, done } = series.tasks.next() as IteratorResult<Task, undefined>;
      if (done === true) {
        this.#series.shift();
        series.onSent?.(series.count);
      } else {
        series.count++;
        this.#send(value);
      }
    }
  }

  /** A task that cannot be pickled has failed. */
  #send(task: Task): void {
    try {
      this.#workers.send(task);
    } catch (error) {
      const [job, index] = task;
      this.cache.get(job)?.receive(index, false, error);
    }
  }

  #takeResults(): void {
    if (this.#isBroken) return;
    try {
      for (let outcome = this.#workers.nextOutcome(); outcome !== null; outcome = this.#workers.nextOutcome())
        this.#take(outcome);
    } catch (error) {
      // As in CPython, where the thread that handles results dies of it.
      this.#isBroken = true;
      writeOutput('stderr', 'Exception in thread Thread-3 (_handle_results):\n');
      reportError(error);
    }
  }

  #take([job, index, success, value, traceback]: Outcome): void {
    this.cache.get(job)?.receive(index, success, success ? value : withCause(value, traceback));
  }

  #end(): void {
    const isStuck = this.#isBroken && this.cache.size > 0;
    this.#state = 'TERMINATE';
    this.#series.length = 0;
    removeBackgroundTask(this);
    this.#workers.terminate();
    if (isStuck) throw new AssertionError('Cannot have cache with result_hander not alive');
  }

  #checkRunning(): void {
    if (this.#state !== 'RUN') throw new ValueError('Pool not running');
  }
}

/** What `imap` answers: `next(timeout?)`, and it can be iterated. */
export interface ResultIterator<T> extends IterableIterator<T, undefined> {
  next(timeout?: number | null): IteratorResult<T, undefined>;
}

function checkChunksize(chunksize: number): void {
  if (chunksize < 1) throw new ValueError(`Chunksize must be 1+, not ${chunksize}`);
}

function* chunked(list: readonly unknown[], size: number, job: number, mapper: Callable, func: Callable): Generator<Task> {
  for (let start = 0, index = 0; start < list.length; start += size, index++) {
    yield [job, index, mapper, [func, list.slice(start, start + size)], {}];
  }
}

function* batched(func: Callable, items: Iterable<unknown>, size: number): Generator<unknown[]> {
  let batch: unknown[] = [];
  for (const item of items) {
    if (batch.push(item) < size) continue;
    yield [func, batch];
    batch = [];
  }
  if (batch.length > 0) yield [func, batch];
}

/** Tasks for what an iterable yields. When that raises, the exception is the last result. */
function* guarded(job: number, func: Callable, items: Iterable<unknown>, isArguments = false): Generator<Task> {
  let index = 0;
  try {
    for (const item of items) yield [job, index++, func, isArguments ? (item as unknown[]) : [item], {}];
  } catch (error) {
    yield [job, index, raise, [error], {}];
  }
}
