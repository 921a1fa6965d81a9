import { AssertionError, KeyboardInterrupt, NotImplementedError, SystemExit, ValueError } from '../../errors';
import { checkComparable, checkInteger, checkKeywords, checkMapping, numberOrOptions } from '../../errors/argument-checks';
import { addBackgroundTask, removeBackgroundTask } from '../../process/background';
import { takeName } from '../../process/place';
import { reportError } from '../../process/run-process';
import { writeOutput } from '../../process/stdio';
import { ObjectKind, traceMade } from '../../process/trace';
import { iterable } from '../../stdlib/iterable';
import { cpuCount } from '../../stdlib/os';
import { reduce } from '../../stdlib/pickle';
import { type Steps, until } from '../../stdlib/threading/steps';
import { Finalize } from '../util';
import type { Call } from './call';
import type { Crew, Finished } from './crew';
import { ChunkIterator, IMapIterator, IMapUnorderedIterator, type ResultIterator } from './imap-iterator';
import { ProcessCrew, type WorkerProcess } from './process-crew';
import { AsyncResult, type Callbacks, MapResult, type Receiver, type ResultKeeper } from './results';
import type { WorkerOptions } from './worker';
import { type Callable, OutcomeKind, TaskKind } from './task';
import { batched, chunked, guarded, TaskFeed } from './task-feed';

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
  /** Whose `Process` the workers are; default the package's. */
  readonly context?: { readonly Process: WorkerProcess } | null;
}

const KEYWORDS = ['processes', 'initializer', 'initargs', 'maxtasksperchild', 'context'] as const;
const EXIT_PRIORITY = 15;

/** A process that waits for many results alone is woken by every so many, not by each. */
const MOST_PATIENCE = 64;

/** Pools made so far: CPython starts three threads for each, and a traceback names one. */
let pools = 0;

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
  readonly #crew: Crew;
  readonly #feed: TaskFeed;
  readonly #terminate: Finalize;
  readonly #number = ++pools;
  #state: 'RUN' | 'CLOSE' | 'TERMINATE' = 'RUN';
  /** What somebody waits for at the moment. */
  #awaited: Receiver | null = null;
  /** Results are being handled, or a task is being made: either may call back into the pool. */
  #isHandling = false;
  /** Something ended the handling of results for good. */
  #isBroken = false;
  #isDismissed = false;

  constructor(processes?: number | null | PoolOptions<I>);
  constructor(processes: number | null | PoolOptions<I> = null, ...surplus: readonly unknown[]) {
    const call = new.target === Pool ? 'BaseContext.Pool' : `${new.target.name}.__init__`;
    const options = numberOrOptions(call, processes, surplus, KEYWORDS);
    const name = takeName();
    const count = options.processes ?? cpuCount();
    const { initializer = null, initargs, maxtasksperchild: maxTasks = null, context = null } = options;
    checkComparable(count, '<');
    checkInteger(count);
    if (count < 1) throw new ValueError('Number of processes must be at least 1');
    if (maxTasks !== null && !(Number.isInteger(maxTasks) && maxTasks > 0)) {
      throw new ValueError('maxtasksperchild must be a positive int or None');
    }
    if (initializer !== null && typeof initializer !== 'function') throw new TypeError('initializer must be a callable');
    const workerOptions: WorkerOptions = { initializer, initargs: [...iterable(initargs ?? [])], maxTasks };
    this.#crew = this._makeCrew(count, workerOptions, name, context?.Process);
    this.#feed = new TaskFeed(this.#crew);
    this.#crew.start();
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
    checkKeywords('Pool.apply_async', callbacks ?? {}, ['callback', 'errorCallback']);
    checkMapping(kwds ?? {});
    const result = new AsyncResult<Awaited<R>>(this, callbacks ?? {});
    this.#feed.add([{ job: result._job, index: 0, kind: TaskKind.call, payload: [func, [...iterable(args ?? [])], kwds ?? {}] }]);
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
    return this.#mapAsync<Awaited<R>>(func, items, TaskKind.map, chunksize, callbacks);
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
    return this.#mapAsync<Awaited<R>>(func, items, TaskKind.starmap, chunksize, callbacks);
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

  /**
   * At the end of a block with `using`: as in Python, terminates.
   * @throws ValueError - at the beginning of the block, when the pool is closed: `Pool not running`.
   */
  get [Symbol.dispose](): () => void {
    // Read when the block is entered.
    this.#checkRunning();
    return () => this.terminate();
  }

  /**
   * Waits until all workers have ended.
   * @throws ValueError - the pool takes tasks still: `Pool is still running`.
   */
  join(): void {
    if (this.#state === 'RUN') throw new ValueError('Pool is still running');
    if (this.#state === 'CLOSE') this.waitFor(() => this.#isDismissed, null);
    this.#crew.join();
    removeBackgroundTask(this);
  }

  /** @internal As `join`, in steps. */
  *_join(): Steps<void> {
    if (this.#state !== 'RUN') yield until(() => this.#hasEnded());
    this.join();
  }

  /** CPython's `<multiprocessing.pool.Pool state=RUN pool_size=3>`. */
  toString(): string {
    return `<multiprocessing.pool.${this.constructor.name} state=${this.#state} pool_size=${this.#crew.members.length}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): never {
    throw new NotImplementedError('pool objects cannot be passed between processes or pickled');
  }

  /** @internal The worker processes. */
  get _pool(): readonly unknown[] {
    return this.#crew.members;
  }

  /** @internal Replaces workers that have ended. */
  _repopulatePool(): void {
    this.#crew.maintain();
  }

  /** @internal What works for this pool. */
  _makeCrew(count: number, options: WorkerOptions, name: string, process?: WorkerProcess): Crew {
    const crew = new ProcessCrew(count, options, process);
    traceMade(crew.traceObject, ObjectKind.pool, name);
    return crew;
  }

  /** @internal Does what CPython's handler threads do, as far as it can be done without waiting. */
  poll(): number {
    if (this.#state === 'TERMINATE' || this.#isHandling) return Infinity;
    this.#isHandling = true;
    try {
      return this.#handle();
    } finally {
      this.#isHandling = false;
    }
  }

  /** @internal */
  waitFor(isDone: () => boolean, timeout: number | null | undefined, awaited: Receiver | null = null): boolean {
    const before = this.#awaited;
    this.#awaited = awaited;
    try {
      this.poll();
      if (isDone()) return true;
      if (this.#crew.look()) this.poll();
      return isDone() || this.#crew.wait(isDone, timeout);
    } finally {
      this.#awaited = before;
    }
  }

  #handle(): number {
    this.#takeResults();
    let again = this.#feed.poll();
    // More came meanwhile. First whoever waits looks for his own: where tasks never end, more would come for ever.
    if (!this.#crew.listen(this.#patience()) && !this.#isBroken) again = 0;
    if (this.#state === 'CLOSE' && this.cache.size === 0 && this.#feed.isDone && !this.#isDismissed) {
      this.#isDismissed = true;
      this.#crew.dismiss();
    }
    return this.#isDismissed ? Infinity : Math.min(again, this.#crew.maintain());
  }

  /** After how many results more there is something to do. */
  #patience(): number {
    const { left = 1 } = this.#awaited ?? {};
    return this.cache.size === 1 ? Math.max(1, Math.min(MOST_PATIENCE, left)) : 1;
  }

  #mapAsync<R>(
    func: Callable,
    items: Iterable<unknown>,
    kind: TaskKind,
    chunksize: number | null | undefined,
    callbacks: Callbacks<R[]>,
  ): AsyncResult<R[]> {
    this.#checkRunning();
    checkKeywords('Pool.map_async', callbacks, ['callback', 'errorCallback']);
    const list = [...iterable(items)];
    checkComparable(chunksize ?? 0, '<=');
    checkInteger(chunksize ?? 0);
    const size = list.length === 0 ? 0 : (chunksize ?? Math.ceil(list.length / (this.#crew.members.length * 4)));
    const result = new MapResult<R>(this, callbacks, size, list.length);
    if (size > 0) this.#feed.add(chunked(list, size, result._job, kind, func));
    return result;
  }

  #imap<T>(result: IMapIterator<T>, func: Callable, items: Iterable<unknown>): IMapIterator<T> {
    const tasks = guarded(result._job, TaskKind.call, func, items);
    this.#feed.add(tasks, (count) => result.setLength(count), !Array.isArray(items));
    return result;
  }

  #imapChunks<T>(result: IMapIterator<T[]>, func: Callable, items: Iterable<unknown>, size: number): IMapIterator<T[]> {
    const tasks = guarded(result._job, TaskKind.map, func, batched(items, size));
    this.#feed.add(tasks, (count) => result.setLength(count), !Array.isArray(items));
    return result;
  }

  #takeResults(): void {
    if (this.#isBroken) return;
    try {
      for (let found = this.#next(); found !== null; found = this.#next()) {
        const { task, outcome } = found;
        this.cache.get(task.job)?.receive(task.index, outcome.kind === OutcomeKind.success, outcome.value);
      }
    } catch (error) {
      // Ctrl+C is for the program, not for a thread.
      if (error instanceof KeyboardInterrupt) throw error;
      // As in CPython, where the thread that handles results dies of it.
      this.#isBroken = true;
      if (error instanceof SystemExit) return;
      writeOutput('stderr', `Exception in thread Thread-${this.#number * 3} (_handle_results):\n`);
      reportError(error);
    }
  }

  #hasEnded(): boolean {
    this.poll();
    return (this.#state === 'TERMINATE' || this.#isDismissed) && this.#crew.hasEnded();
  }

  #next(): Finished | null {
    return this.#feed.nextFailure() ?? this.#crew.next();
  }

  #end(): void {
    const isStuck = this.#isBroken && this.cache.size > 0;
    this.#state = 'TERMINATE';
    this.#feed.clear();
    removeBackgroundTask(this);
    this.#crew.terminate();
    if (isStuck) throw new AssertionError('Cannot have cache with result_hander not alive');
  }

  #checkRunning(): void {
    if (this.#state !== 'RUN') throw new ValueError('Pool not running');
  }
}

function checkChunksize(chunksize: number): void {
  checkComparable(chunksize, '<');
  checkInteger(chunksize);
  if (chunksize < 1) throw new ValueError(`Chunksize must be 1+, not ${chunksize}`);
}
