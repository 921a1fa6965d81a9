import { Exception, pythonModule, ValueError } from '../errors';
import { checkComparable, checkFlag } from '../errors/argument-checks';
import { compare } from './order';
import { addressOf } from './pickle/address';
import { drive, type Steps, untilSeen } from './threading/steps';

export * as default from './queue';

/**
 * There was nothing to get (in time).
 * @python queue.Empty
 */
export class Empty extends Exception {
  /** @internal */
  static [pythonModule] = '_queue';
}

/**
 * There was no room to put something (in time).
 * @python queue.Full
 */
export class Full extends Exception {
  /** @internal */
  static [pythonModule] = 'queue';
}

/** How many seconds a call may wait: 0 when it may not. */
function limitOf(block: boolean, timeout: number | null | undefined): number | null {
  if (!block) return 0;
  if (typeof timeout === 'number' && timeout < 0) throw new ValueError("'timeout' must be a non-negative number");
  return timeout ?? null;
}

/**
 * A queue between the threads of one process.
 *
 * @param maxsize - how many it holds at most; default 0: no limit.
 * @python queue.Queue
 * @see CPython 3.11 Lib/queue.py
 * @example
 * import { Queue } from 'queue';
 *
 * const queue = new Queue<number>();
 * queue.put(1);
 * console.log(queue.get(), queue.empty());
 */
export class Queue<T = unknown> {
  /** @internal */
  readonly _items: T[] = [];
  #unfinished = 0;

  constructor(readonly maxsize = 0) {}

  /**
   * Puts an item, waiting for room.
   * @param block - wait; default true.
   * @param timeout - longest wait in seconds.
   * @throws Full - there was no room (in time).
   */
  put(item: T, block = true, timeout?: number | null): void {
    drive(this._put(item, block, timeout));
  }

  /**
   * Takes the next item, waiting for one.
   * @throws Empty - there was none (in time).
   */
  get(block = true, timeout?: number | null): T {
    return drive(this._get(block, timeout));
  }

  /** `put(item, false)` */
  putNowait(item: T): void {
    this.put(item, false);
  }

  /** `get(false)` */
  getNowait(): T {
    return this.get(false);
  }

  /** How many items there are. */
  qsize(): number {
    return this._items.length;
  }

  empty(): boolean {
    return this._items.length === 0;
  }

  full(): boolean {
    return this.maxsize > 0 && this._items.length >= this.maxsize;
  }

  /**
   * An item that was got has been done.
   * @throws ValueError - `task_done() called too many times`.
   */
  taskDone(): void {
    if (this.#unfinished === 0) throw new ValueError('task_done() called too many times');
    this.#unfinished--;
  }

  /** Waits until everything that was put has been done. */
  join(): void {
    drive(this._join());
  }

  /** @internal */
  *_put(item: T, block = true, timeout?: number | null): Steps<void> {
    checkFlag('block', block);
    checkComparable(this.maxsize, '>');
    if (this.full() && !(yield* untilSeen(() => !this.full(), limitOf(block, timeout)))) throw new Full();
    this._add(item);
    this.#unfinished++;
  }

  /** @internal */
  *_get(block = true, timeout?: number | null): Steps<T> {
    checkFlag('block', block);
    if (this.empty() && !(yield* untilSeen(() => !this.empty(), limitOf(block, timeout)))) throw new Empty();
    return this._take();
  }

  /** @internal */
  *_putNowait(item: T): Steps<void> {
    yield* this._put(item, false);
  }

  /** @internal */
  *_getNowait(): Steps<T> {
    return yield* this._get(false);
  }

  /** @internal */
  *_join(): Steps<void> {
    if (this.#unfinished > 0) yield* untilSeen(() => this.#unfinished === 0);
  }

  /** @internal */
  _add(item: T): void {
    this._items.push(item);
  }

  /** @internal */
  _take(): T {
    return this._items.shift() as T;
  }

  toString(): string {
    return `<queue.${this.constructor.name} object at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * Last in, first out.
 * @python queue.LifoQueue
 */
export class LifoQueue<T = unknown> extends Queue<T> {
  override _take(): T {
    return this._items.pop() as T;
  }
}

/**
 * The smallest first. Arrays are compared item by item, as Python compares tuples. `put` throws a TypeError for items of which Python
 * has no order: `'<' not supported between instances of 'str' and 'int'`.
 * @python queue.PriorityQueue - an object of a class is compared by its `valueOf`, as `__lt__` says there.
 */
export class PriorityQueue<T = unknown> extends Queue<T> {
  override _add(item: T): void {
    const place = this._items.findIndex((other) => compare(item, other) < 0);
    this._items.splice(place === -1 ? this._items.length : place, 0, item);
  }
}

/**
 * A queue without limit and without `join`.
 * @python queue.SimpleQueue
 */
export class SimpleQueue<T = unknown> extends Queue<T> {
  constructor() {
    super(0);
  }
}
