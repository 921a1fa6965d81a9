import { AssertionError, OSError, ValueError } from '../errors';
import { checkComparable, checkFlag, checkInteger } from '../errors/argument-checks';
import { Feeder } from '../process/feeder';
import { giveBack, receive } from '../process/messages';
import { takeName } from '../process/place';
import { reportError } from '../process/run-process';
import { SEM_VALUE_MAX, SemLock } from '../process/sem-lock';
import * as system from '../process/system';
import { ObjectKind, PartRole, traceMade, tracePart } from '../process/trace';
import { reduce } from '../stdlib/pickle';
import { Empty, Full } from '../stdlib/queue';
import { constructAs, addressOf, assertSpawning, dumps, internal, loads, passHandle } from './reduction';
import { Connection } from './connection/connection';
import { fromParts, partsOf, type SemLockParts } from './synchronize/base-lock';
import { type Condition, partCondition } from './synchronize/condition';
import { PartLock } from './synchronize/lock';
import { partSemaphore } from './synchronize/semaphore';
import { Finalize } from './util';

const JOIN_PRIORITY = -5;
const CLOSE_PRIORITY = 10;

interface Parts {
  readonly readEnd: system.Handle;
  readonly writeEnd: system.Handle;
  readonly maxsize: number;
  /** Free places. */
  readonly free: SemLock;
}

interface State extends Omit<Parts, 'free'> {
  readonly free: SemLockParts;
}

/**
 * First in, first out, for any number of processes that put and get.
 *
 * @param maxsize - how many it holds at most; default 0: no limit.
 * @python multiprocessing.Queue - items are pickled by `put` itself, and what the pipe cannot take at once goes out at the next
 *   calls of the runtime: there is no feeder thread.
 * @see CPython 3.11 Lib/multiprocessing/queues.py
 * @example
 * import { Process, Queue } from 'multiprocessing';
 *
 * function produce(queue: Queue<number>) {
 *   for (let n = 0; n < 3; n++) queue.put(n);
 * }
 *
 * if (import.meta.main) {
 *   const queue = new Queue<number>();
 *   new Process({ target: produce, args: [queue] }).start();
 *   console.log(queue.get(), queue.get(), queue.get());
 * }
 */
export class Queue<T = unknown> {
  /** @internal */
  readonly _parts: Parts;
  readonly #feeder: Feeder;
  #isClosed = false;
  #isJoinCancelled = false;
  /** Something was put, so that closing closes this process's ends. */
  #hasBegun = false;
  /** How many items there were when this process was done with the pipe; null before. */
  #sizeAtEnd: number | null = null;
  #join: Finalize | null = null;
  #close: Finalize | null = null;

  constructor(maxsize?: number);
  /** @internal */
  constructor(maxsize: Parts);
  constructor(maxsize: number | Parts = 0) {
    const isMade = typeof maxsize === 'object' && 'readEnd' in maxsize;
    this._parts = isMade ? maxsize : makeParts(maxsize);
    this.#feeder = new Feeder(this._parts.writeEnd);
  }

  /**
   * Puts a copy of an item on the queue. An item that cannot be pickled is dropped with a traceback on stderr.
   * @param item - what to put.
   * @param block - wait for a free place; default true.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @throws Full - there was no place (in time).
   * @throws ValueError - the queue is closed.
   */
  put(item: T, block = true, timeout?: number | null): void {
    if (this.#isClosed) throw new ValueError(`Queue ${this.toString()} is closed`);
    if (!this._parts.free.acquire(block, timeout)) throw new Full();
    this.#begin();
    this._beforeSend();
    let bytes: Uint8Array;
    try {
      bytes = dumps(item).bytes;
    } catch (error) {
      this._parts.free.release();
      this._onQueueFeederError(error, item);
      return;
    }
    this.#feeder.put(bytes);
  }

  /**
   * Takes the next item.
   * @param block - wait for one; default true.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @throws Empty - there was none (in time).
   * @throws ValueError - the queue is closed.
   */
  get(block = true, timeout?: number | null): T {
    checkFlag('block', block);
    if (this.#isClosed) throw new ValueError(`Queue ${this.toString()} is closed`);
    const bytes = receive(this._parts.readEnd, system.deadlineAfter(block ? timeout : 0));
    if (bytes === null) throw new Empty();
    // Another thread may have closed the queue meanwhile.
    if (this.#sizeAtEnd === null) this._parts.free.release();
    const item = loads(bytes);
    giveBack(bytes);
    return item as T;
  }

  /**
   * `put(item, false)`.
   * @throws Full - there is no place.
   */
  putNowait(item: T): void {
    this.put(item, false);
  }

  /**
   * `get(false)`.
   * @throws Empty - there is nothing.
   */
  getNowait(): T {
    return this.get(false);
  }

  /** How many items there are, those included that are still on their way. Others may put and get meanwhile. */
  qsize(): number {
    return this.#sizeAtEnd ?? this._parts.maxsize - this._parts.free.value();
  }

  /** Is there nothing to get? An item that was just put may not have arrived. */
  empty(): boolean {
    if (this.#isClosed && this.#hasBegun) throw new OSError('handle is closed');
    return system.ready([{ kind: 'readable', handle: this._parts.readEnd }], 0).length === 0;
  }

  /** Is there no place? */
  full(): boolean {
    return this.qsize() === this._parts.maxsize;
  }

  /** This process puts and gets no more. What it has put still goes out. */
  close(): void {
    this.#isClosed = true;
    this.#close?.call();
    this.#close = null;
  }

  /**
   * Waits until what this process has put is in the pipe.
   * @throws AssertionError - `close()` was not called before.
   */
  joinThread(): void {
    if (!this.#isClosed) throw new AssertionError(`Queue ${this.toString()} not closed`);
    this.#join?.call();
  }

  /** The process may end although what it has put is not in the pipe yet: that is lost then. */
  cancelJoinThread(): void {
    this.#isJoinCancelled = true;
    this.#join?.cancel();
  }

  toString(): string {
    return `<multiprocessing.queues.${this.constructor.name} object at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** What is done about an item that cannot be pickled: by default, a traceback. For subclasses. */
  _onQueueFeederError(error: unknown, _item: unknown): void {
    reportError(error, true);
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this);
    return [rebuild, [this.constructor, this._state()]];
  }

  /** @internal What travels to a child. */
  _state(): State {
    if (this.#isClosed && this.#hasBegun) throw new OSError('handle is closed');
    const { readEnd, writeEnd, maxsize, free } = this._parts;
    passHandle(readEnd);
    passHandle(writeEnd);
    return { readEnd, writeEnd, maxsize, free: partsOf(free) };
  }

  /** @internal What a subclass does when an item has its place. */
  _beforeSend(): void {
    // Only a JoinableQueue counts.
  }

  /** With the first item begins what has to be done at the end. */
  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    if (!this.#isJoinCancelled) {
      this.#join = new Finalize(this, () => this.#feeder.join(), [], { exitpriority: JOIN_PRIORITY });
    }
    this.#close = new Finalize(this, () => this.#feeder.finish(() => this.#release()), [], { exitpriority: CLOSE_PRIORITY });
  }

  /** This process is done with the pipe. */
  #release(): void {
    this.#join?.cancel();
    this.#sizeAtEnd = this.qsize();
    system.close(this._parts.readEnd);
    system.close(this._parts.writeEnd);
    this._parts.free.close();
  }
}

/**
 * A queue that also knows when everything that was put has been done.
 *
 * @param maxsize - how many it holds at most; default 0: no limit.
 * @python multiprocessing.JoinableQueue
 * @see CPython 3.11 Lib/multiprocessing/queues.py
 * @example
 * import { JoinableQueue, Process } from 'multiprocessing';
 *
 * function work(queue: JoinableQueue<number>) {
 *   for (;;) {
 *     queue.get();
 *     queue.taskDone();
 *   }
 * }
 *
 * if (import.meta.main) {
 *   const queue = new JoinableQueue<number>();
 *   new Process({ target: work, args: [queue], daemon: true }).start();
 *   for (let n = 0; n < 3; n++) queue.put(n);
 *   queue.join();
 *   console.log('all done');
 * }
 */
export class JoinableQueue<T = unknown> extends Queue<T> {
  readonly #unfinished: SemLock;
  readonly #condition: Condition;

  constructor(maxsize?: number);
  /** @internal */
  constructor(maxsize: Parts, unfinished: SemLock, condition: Condition);
  constructor(maxsize: number | Parts = 0, unfinished?: SemLock, condition?: Condition) {
    super(maxsize as number);
    this.#unfinished = unfinished ?? partSemaphore(0);
    if (condition !== undefined) {
      this.#condition = condition;
      return;
    }
    this.#condition = partCondition(new PartLock(true));
    tracePart(this.#condition._object, this._parts.readEnd, PartRole.unfinished);
  }

  /**
   * An item that was got has been done.
   * @throws ValueError - more were done than put: `task_done() called too many times`.
   */
  taskDone(): void {
    using _ = this.#condition.hold();
    if (!this.#unfinished.acquire(false, null)) throw new ValueError('task_done() called too many times');
    if (this.#unfinished.value() === 0) this.#condition.notifyAll();
  }

  /** Waits until everything that was put has been done. */
  join(): void {
    using _ = this.#condition.hold();
    if (this.#unfinished.value() !== 0) this.#condition.wait();
  }

  /** @internal */
  override [reduce](): unknown[] {
    assertSpawning(this);
    return [rebuildJoinable, [this.constructor, this._state(), partsOf(this.#unfinished), this.#condition]];
  }

  /** @internal */
  override _beforeSend(): void {
    using _ = this.#condition.hold();
    this.#unfinished.release();
  }
}

/**
 * A queue with nothing but `put` and `get`: `put` waits while the pipe is full.
 * @python multiprocessing.SimpleQueue
 * @see CPython 3.11 Lib/multiprocessing/queues.py
 */
export class SimpleQueue<T = unknown> {
  /** The end that `get` reads from. */
  readonly _reader: Connection<never, T>;
  /** The end that `put` writes to. */
  readonly _writer: Connection<T, never>;

  constructor();
  /** @internal */
  constructor(reader: Connection<never, T>, writer: Connection<T, never>);
  constructor(reader?: Connection<never, T>, writer?: Connection<T, never>) {
    if (reader !== undefined && writer !== undefined) {
      this._reader = reader;
      this._writer = writer;
      return;
    }
    const name = takeName();
    const [readEnd, writeEnd] = system.createPipe();
    traceMade(readEnd, ObjectKind.queue, name);
    this._reader = new Connection<never, T>(readEnd, null);
    this._writer = new Connection<T, never>(null, writeEnd);
  }

  /**
   * Puts a copy of an item on the queue; waits while the pipe is full.
   * @throws PicklingError - the item cannot travel.
   * @throws OSError - the queue is closed.
   */
  put(item: T): void {
    const { bytes } = dumps(item);
    this._writer.sendBytes(bytes);
  }

  /** Takes the next item; waits for one. */
  get(): T {
    return this._reader.recv();
  }

  /** Is there nothing to get? */
  empty(): boolean {
    return !this._reader.poll();
  }

  /** Gives up both ends. */
  close(): void {
    this._reader.close();
    this._writer.close();
  }

  toString(): string {
    return `<multiprocessing.queues.${this.constructor.name} object at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    assertSpawning(this);
    return [rebuildSimple, [this.constructor, this._reader, this._writer]];
  }
}

function makeParts(maxsize: number): Parts {
  checkComparable(maxsize, '<=');
  checkInteger(maxsize);
  const name = takeName();
  const most = maxsize > 0 ? maxsize : SEM_VALUE_MAX;
  const [readEnd, writeEnd] = system.createPipe();
  const free = SemLock.apart({ isRecursive: false, maxValue: most, kind: null }, most);
  traceMade(readEnd, ObjectKind.queue, name);
  tracePart(free.cell.offset, readEnd, PartRole.free);
  return { readEnd, writeEnd, maxsize: most, free };
}

function revive({ free, ...rest }: State): Parts {
  return { ...rest, free: fromParts(free) };
}

const rebuild = internal('Queue', (type: new () => Queue, state: State) => {
  return constructAs(Queue, [revive(state)], type);
});

const rebuildJoinable = internal(
  'JoinableQueue',
  (type: new () => JoinableQueue, state: State, unfinished: SemLockParts, condition: Condition) => {
    return constructAs(JoinableQueue, [revive(state), fromParts(unfinished), condition], type);
  },
);

const rebuildSimple = internal(
  'SimpleQueue',
  (type: new () => SimpleQueue, reader: Connection<never, unknown>, writer: Connection<unknown, never>) => {
    return constructAs(SimpleQueue, [reader, writer], type);
  },
);
