import { Exception, RuntimeError, ValueError, pythonModule } from '../../../errors';
import { checkComparable, checkKeywords, numberOrOptions } from '../../../errors/argument-checks';
import { addBackgroundTask, removeBackgroundTask } from '../../../process/background';
import { BoardOwner } from '../../../process/board-owner';
import { current } from '../../../process/context';
import * as system from '../../../process/system';
import { threadEndings } from '../../../process/threads/scheduler';
import { formatTraceback } from '../../../process/traceback';
import { waitLocally } from '../../../process/wait-locally';
import { BrokenExecutor } from '../../../stdlib/concurrent/errors';
import { Future, type FutureKeeper } from '../../../stdlib/concurrent/future';
import { addressOf } from '../../../stdlib/pickle/address';
import { cpuCount, getpid } from '../../../stdlib/os';
import { iterable } from '../../../stdlib/iterable';
import { raiseHere, withRemoteCause } from '../../pool/errors';
import type { WorkerProcess } from '../../pool/process-crew';
import { SpawnProcess } from '../../spawn-process';
import { type Callable, OutcomeKind, TaskKind } from '../../pool/task';
import { BoardHandle, type WorkerOptions } from '../../pool/worker';
import { dumps, loads } from '../../reduction';
import { Finalize } from '../../util';
import { type MapOptions, mapOver, type ResultsIterator } from './map';
import { executorWorker, LAST_RESULT } from './worker';

export * as default from './process';

/** What a `ProcessPoolExecutor` is made with. */
export interface ProcessPoolExecutorOptions<I extends unknown[] = unknown[]> {
  /** Most workers at once; default one for each processor. */
  readonly maxWorkers?: number | null;
  /** Called by each worker at its start. */
  readonly initializer?: ((...args: I) => unknown) | null;
  /** What it is called with. */
  readonly initargs?: Readonly<I>;
  /** How many calls a worker does before a new one takes its place; default any number. */
  readonly maxTasksPerChild?: number | null;
  /** Whose `Process` the workers are; default the package's. */
  readonly mpContext?: { readonly Process: WorkerProcess } | null;
}

const KEYWORDS = ['maxWorkers', 'initializer', 'initargs', 'maxTasksPerChild', 'mpContext'] as const;

/** What `shutdown` does. */
export interface ShutdownOptions {
  /** Wait until all work is done; default true. */
  readonly wait?: boolean;
  /** Cancel what has not begun; default false. */
  readonly cancelFutures?: boolean;
}

/**
 * A worker of an executor ended abruptly: no call can be done any more.
 * @python concurrent.futures.process.BrokenProcessPool
 */
export class BrokenProcessPool extends BrokenExecutor {
  /** @internal */
  static override [pythonModule] = 'concurrent.futures.process';
}

/** The cause of an exception that came from a worker: its traceback there, as text. */
class _RemoteTraceback extends Exception {
  /** @internal */
  static [pythonModule] = 'concurrent.futures.process';
}

interface Call {
  readonly future: Future;
  readonly kind: TaskKind;
  readonly bytes: Uint8Array;
  /** Its number on the board; −1 until it is there. */
  index: number;
}

interface Worker {
  readonly process: SpawnProcess<unknown[]>;
  readonly pid: number;
  readonly slot: number;
}

/** So many calls more than there are workers count as running before they are, as in CPython, and cannot be cancelled. */
const EXTRA_QUEUED_CALLS = 1;

/** Before the processes that are left are waited for. */
const EXIT_PRIORITY = 100;

/** Executors with workers. In MainProcess they end as their threads do in CPython: before what `atexit` has. */
const live = new Set<Pick<ProcessPoolExecutor, 'shutdown'>>();
threadEndings.push(() => {
  for (const executor of live) executor.shutdown();
});

/**
 * Does calls in worker processes, which it starts as they are needed.
 *
 * @param maxWorkers - most workers at once, or all options; default one for each processor.
 * @throws ValueError - `max_workers must be greater than 0`.
 * @python concurrent.futures.ProcessPoolExecutor - callbacks run when this process is inside a call of the library.
 * @see CPython 3.11 Lib/concurrent/futures/process.py
 * @example
 * import { ProcessPoolExecutor } from 'concurrent/futures';
 *
 * function square(n: number) {
 *   return n * n;
 * }
 *
 * if (import.meta.main) {
 *   using executor = new ProcessPoolExecutor(2);
 *   console.log(executor.submit(square, 7).result(), [...executor.map(square, [1, 2, 3])]);
 * }
 */
export class ProcessPoolExecutor<I extends unknown[] = unknown[]> implements FutureKeeper {
  readonly #maxWorkers: number;
  readonly #options: WorkerOptions;
  readonly #Process: WorkerProcess;
  readonly #board = new BoardOwner<Call>();
  /** Those whose future has no result. */
  readonly #calls = new Map<object, Call>();
  /** Not begun, and not about to be, in order. */
  readonly #pending: Call[] = [];
  /** About to be done: no worker has them yet. */
  #queued: Call[] = [];
  readonly #failed: { readonly call: Call; readonly error: unknown }[] = [];
  #workers: Worker[] = [];
  #finalize: Finalize | null = null;
  #isShutDown = false;
  #isBroken = false;
  #isClosed = false;
  #isHandling = false;

  constructor(maxWorkers?: number | null | ProcessPoolExecutorOptions<I>);
  constructor(maxWorkers: number | null | ProcessPoolExecutorOptions<I> = null, ...surplus: readonly unknown[]) {
    const options = numberOrOptions('ProcessPoolExecutor.__init__', maxWorkers, surplus, KEYWORDS);
    const { initializer = null, initargs, maxTasksPerChild = null } = options;
    this.#maxWorkers = options.maxWorkers ?? cpuCount();
    checkComparable(this.#maxWorkers, '<=');
    if (this.#maxWorkers <= 0) throw new ValueError('max_workers must be greater than 0');
    if (initializer !== null && typeof initializer !== 'function') throw new TypeError('initializer must be a callable');
    if (maxTasksPerChild !== null && !Number.isInteger(maxTasksPerChild)) {
      throw new TypeError('max_tasks_per_child must be an integer');
    }
    if (maxTasksPerChild !== null && maxTasksPerChild <= 0) throw new ValueError('max_tasks_per_child must be >= 1');
    this.#Process = options.mpContext?.Process ?? SpawnProcess;
    this.#options = { initializer, initargs: [...iterable(initargs ?? [])], maxTasks: maxTasksPerChild };
  }

  /**
   * Calls a function in a worker and answers at once.
   * @param func - a top-level function.
   * @param args - its arguments.
   * @throws RuntimeError - it was shut down: `cannot schedule new futures after shutdown`.
   * @throws BrokenProcessPool - a worker has ended abruptly.
   */
  submit<A extends unknown[], R>(func: (...args: A) => R, ...args: A): Future<Awaited<R>> {
    return this._submit(TaskKind.call, [func, args, {}]) as Future<Awaited<R>>;
  }

  /**
   * Calls a function on the items of one or several iterables, which are read at once.
   * @param func - a top-level function.
   * @param iterables - one for each argument of the function, then `{ timeout, chunksize }`. The shortest says how often.
   * @returns the results, in the order of the items, as they come.
   * @throws TimeoutError - by the iterator: not all have come in time.
   */
  map<A extends unknown[], R>(
    func: (...args: A) => R,
    ...iterables: [...{ [K in keyof A]: Iterable<A[K]> }, options?: MapOptions]
  ): ResultsIterator<Awaited<R>> {
    return mapOver<Awaited<R>>(iterables, {
      one: (args) => this._submit(TaskKind.call, [func, args, {}]),
      chunk: (chunk) => this._submit(TaskKind.starmap, [func, chunk]),
    });
  }

  /**
   * Takes no more calls, and ends the workers when those there are have been done.
   * @param options - `wait` until then, default true; `cancelFutures` that have not begun, default false.
   */
  shutdown(options: ShutdownOptions = {}): void {
    checkKeywords('ProcessPoolExecutor.shutdown', options, ['wait', 'cancelFutures']);
    const { wait = true, cancelFutures = false } = options;
    this.#isShutDown = true;
    if (cancelFutures) for (const { future } of [...this.#pending]) future.cancel();
    this.poll();
    if (!wait) return;
    waitLocally(() => this.#calls.size === 0, Infinity);
    this.#close();
  }

  /** At the end of a block with `using`: waits until all work is done. */
  [Symbol.dispose](): void {
    this.shutdown();
  }

  /** CPython's `<concurrent.futures.process.ProcessPoolExecutor object at 0x7f3c5a200000>`. */
  toString(): string {
    return `<concurrent.futures.process.${this.constructor.name} object at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  poll(): number {
    if (this.#isHandling || this.#isClosed) return Infinity;
    this.#isHandling = true;
    try {
      this.#takeResults();
      this.#advance();
      const isAllTaken = this.#board.listen(1);
      this.#look();
      // First whoever waits looks for his own: there may always be more.
      return isAllTaken ? Infinity : 0;
    } finally {
      this.#isHandling = false;
    }
  }

  /** @internal */
  withdraw(future: object): boolean {
    const call = this.#calls.get(future);
    if (call === undefined || !this.#pending.includes(call)) return false;
    if (call.index !== -1 && !this.#board.takeBack(call.index)) return false;
    this.#pending.splice(this.#pending.indexOf(call), 1);
    this.#calls.delete(future);
    return true;
  }

  /** @internal */
  raise(error: unknown): never {
    return raiseHere(error);
  }

  /** @internal */
  _submit(kind: TaskKind, payload: readonly unknown[]): Future {
    if (this.#isBroken) {
      throw new BrokenProcessPool('A child process terminated abruptly, the process pool is not usable anymore');
    }
    if (this.#isShutDown) throw new RuntimeError('cannot schedule new futures after shutdown');
    const future = new Future(this);
    let bytes = new Uint8Array();
    try {
      ({ bytes } = dumps(payload));
    } catch (error) {
      const cause = new _RemoteTraceback(`\n"""\n${formatTraceback(error, current().program)}"""`);
      this.#failed.push({ call: { future, kind, bytes, index: -1 }, error: withRemoteCause(error, cause) });
    }
    if (bytes.length > 0) this.#add({ future, kind, bytes, index: -1 });
    this.#begin();
    return future;
  }

  #add(call: Call): void {
    this.#calls.set(call.future, call);
    this.#pending.push(call);
    this.#advance();
    const idle = this.#workers.length - this.#calls.size;
    if (idle < 0 && this.#workers.length < this.#maxWorkers) this.#startWorker();
  }

  #begin(): void {
    if (this.#finalize !== null) return;
    addBackgroundTask(this);
    live.add(this);
    this.#finalize = new Finalize(this, () => this.shutdown(), [], { exitpriority: EXIT_PRIORITY });
  }

  /** Puts on the board what there is room for, and says of the first of them that they run. */
  #advance(): void {
    for (const call of this.#pending) {
      if (call.index !== -1) continue;
      if (!this.#board.hasRoom) break;
      call.index = this.#board.post(call.kind, call.bytes, call);
    }
    this.#queued = this.#queued.filter(({ index }) => !this.#board.isTaken(index));
    for (let next = this.#pending[0]; next !== undefined && next.index !== -1; next = this.#pending[0]) {
      const isTaken = this.#board.isTaken(next.index);
      if (!isTaken && this.#queued.length >= this.#maxWorkers + EXTRA_QUEUED_CALLS) break;
      this.#pending.shift();
      next.future.setRunningOrNotifyCancel();
      if (!isTaken) this.#queued.push(next);
    }
  }

  #takeResults(): void {
    for (const { call, error } of this.#failed.splice(0)) call.future.setException(error);
    for (let found = this.#board.collect(); found !== null; found = this.#board.collect()) {
      this.#finish(found.tag, found.kind, found.bytes);
    }
  }

  #finish(call: Call, kind: number, bytes: Uint8Array): void {
    this.#calls.delete(call.future);
    // It was done before this process had a look at it.
    const at = this.#pending.indexOf(call);
    if (at !== -1) this.#pending.splice(at, 1);
    this.#queued = this.#queued.filter((other) => other !== call);
    const value = loads(bytes);
    if ((kind & ~LAST_RESULT) === OutcomeKind.success) return call.future.setResult(value);
    const [error, traceback] = value as [unknown, string];
    call.future.setException(withRemoteCause(error, new _RemoteTraceback(`\n"""\n${traceback}"""`)));
  }

  /** Looks after the workers. */
  #look(): void {
    if (this.#isShutDown && this.#calls.size === 0) this.#board.closeBoard();
    for (const { slot } of this.#workers) system.watchExit(slot);
    const ended = this.#workers.filter(({ pid, slot }) => system.hasEnded(pid, slot));
    if (ended.length === 0) return;
    const { maxTasks } = this.#options;
    for (const { process, pid, slot } of ended) {
      const { finished, lost } = this.#board.bury(pid, slot);
      for (const { tag, kind, bytes } of finished) this.#finish(tag, kind, bytes);
      process.join();
      const mayEnd = maxTasks !== null || (this.#isShutDown && this.#calls.size === 0);
      if (lost.length > 0 || process.exitcode !== 0 || !mayEnd) return this.#break();
    }
    this.#workers = this.#workers.filter((worker) => !ended.includes(worker));
    while (this.#workers.length < Math.min(this.#maxWorkers, this.#calls.size)) this.#startWorker();
  }

  #break(): void {
    this.#isBroken = true;
    this.#isShutDown = true;
    const text = 'A process in the process pool was terminated abruptly while the future was running or pending.';
    const error = new BrokenProcessPool(text);
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    this.#pending.length = 0;
    for (const { process } of this.#workers) if (process.exitcode === null) process.terminate();
    for (const { future } of calls) future.setException(error);
    this.#close();
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#board.closeBoard();
    for (const { process } of this.#workers) process.join();
    this.#board.close();
    this.#finalize?.cancel();
    live.delete(this);
    removeBackgroundTask(this);
  }

  #startWorker(): void {
    const args = [new BoardHandle(this.#board.handle, getpid()), this.#options];
    const process = new this.#Process({ target: executorWorker as Callable as (...args: unknown[]) => unknown, args });
    process.start();
    const pid = process.pid ?? 0;
    this.#workers.push({ process, pid, slot: system.slotOf(pid) });
  }
}
