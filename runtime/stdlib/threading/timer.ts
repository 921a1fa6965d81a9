import { Event } from './event';
import { Thread } from './thread';

/**
 * A thread that calls a function after some time, unless it is cancelled before.
 *
 * @param interval - how long it waits, in seconds.
 * @param func - what it calls.
 * @param args - with what.
 * @param kwargs - an object, passed after the arguments.
 * @python threading.Timer
 * @see CPython 3.11 Lib/threading.py
 * @example
 * import { Timer } from 'threading';
 *
 * const timer = new Timer(0.01, console.log, ['now']);
 * timer.start();
 * timer.join();
 */
export class Timer<A extends unknown[] = unknown[]> extends Thread {
  /** Set when the function has been called, or will not be. */
  readonly finished = new Event();
  readonly #func: (...args: A) => unknown;
  readonly #args: readonly unknown[];

  constructor(
    /** Seconds to wait. */
    readonly interval: number,
    func: (...args: A) => unknown,
    args?: Readonly<A> | null,
    kwargs?: object | null,
  ) {
    super();
    // A program without type checks may forget it.
    if ((func as unknown) === undefined)
      throw new TypeError("Timer.__init__() missing 1 required positional argument: 'function'");
    this.#func = func;
    this.#args = kwargs && Object.keys(kwargs).length > 0 ? [...(args ?? []), kwargs] : [...(args ?? [])];
  }

  /** The function will not be called, if it has not been yet. */
  cancel(): void {
    this.finished.set();
  }

  override run(): void {
    this.finished.wait(this.interval);
    if (!this.finished.isSet()) Reflect.apply(this.#func, undefined, this.#args as A);
    this.finished.set();
  }
}
