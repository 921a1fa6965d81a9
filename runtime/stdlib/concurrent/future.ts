import { BaseException, Exception, RuntimeError, TimeoutError } from '../../errors';
import { reportError } from '../../process/run-process';
import { writeOutput } from '../../process/stdio';
import * as system from '../../process/system';
import { waitLocally } from '../../process/wait-locally';
import { addressOf } from '../pickle/address';
import { typeName } from '../../errors/type-name';
import { CancelledError, InvalidStateError } from './errors';

/** What a future needs of the executor it belongs to. */
export interface FutureKeeper {
  /** Handles what has come, without waiting. */
  poll(): void;
  /** Keeps the work from being begun; false when it is too late. */
  withdraw(future: object): boolean;
  /** Raises an exception of the work with the caller's traceback. */
  raise(error: unknown): never;
}

type State = 'PENDING' | 'RUNNING' | 'CANCELLED' | 'FINISHED';

/**
 * The result of a call that an executor does.
 * @python concurrent.futures.Future - callbacks run the next time this process is inside a call of the library.
 * @see CPython 3.11 Lib/concurrent/futures/_base.py
 */
export class Future<T = unknown> {
  /** @internal */
  readonly _keeper: FutureKeeper | null;
  #state: State = 'PENDING';
  #value: unknown = null;
  #error: unknown = null;
  #hasFailed = false;
  readonly #callbacks: (() => void)[] = [];

  /** @internal */
  constructor(keeper: FutureKeeper | null = null) {
    this._keeper = keeper;
  }

  /** Has the call not begun, it will not; answers whether it is cancelled. */
  cancel(): boolean {
    this._keeper?.poll();
    if (this.#state === 'CANCELLED') return true;
    if (this.#state !== 'PENDING') return false;
    if (this._keeper?.withdraw(this) === false) return false;
    this.#state = 'CANCELLED';
    this.#callBack();
    return true;
  }

  /** Was it cancelled? */
  cancelled(): boolean {
    return this.#state === 'CANCELLED';
  }

  /** Is the call under way, or about to be? */
  running(): boolean {
    this._keeper?.poll();
    return this.#state === 'RUNNING';
  }

  /** Was it cancelled, or has the call ended? */
  done(): boolean {
    if (!this._isDone) this._keeper?.poll();
    return this._isDone;
  }

  /**
   * The result; waits for it.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @throws CancelledError - it was cancelled.
   * @throws TimeoutError - it did not come in time.
   * @throws the exception of the call.
   */
  result(timeout?: number | null): T {
    this.#wait(timeout);
    if (!this.#hasFailed) return this.#value as T;
    if (this._keeper === null) throw this.#error;
    return this._keeper.raise(this.#error);
  }

  /**
   * The exception that the call raised, or null; waits until it has ended.
   * @param timeout - longest wait in seconds; null or undefined waits for ever.
   * @throws CancelledError - it was cancelled.
   * @throws TimeoutError - it did not end in time.
   */
  exception(timeout?: number | null): unknown {
    this.#wait(timeout);
    return this.#hasFailed ? this.#error : null;
  }

  /**
   * Calls a function with this future when it is done; at once if it is.
   * @param callback - what to call. What it raises is written to stderr.
   */
  addDoneCallback(callback: (future: Future<T>) => unknown): void {
    if (this._isDone) this.#call(callback);
    else this.#callbacks.push(() => this.#call(callback));
  }

  /**
   * For executors: the call begins.
   * @returns false when it was cancelled.
   * @throws RuntimeError - it has begun before.
   */
  setRunningOrNotifyCancel(): boolean {
    if (this.#state === 'CANCELLED') return false;
    if (this.#state !== 'PENDING') {
      writeOutput('stderr', `Future ${addressOf(this)} in unexpected state: ${this.#state}\n`);
      throw new RuntimeError('Future in unexpected state');
    }
    this.#state = 'RUNNING';
    return true;
  }

  /**
   * For executors: the call has returned.
   * @throws InvalidStateError - it is done already.
   */
  setResult(result: T): void {
    this.#checkNotDone();
    this.#value = result;
    this.#finish();
  }

  /**
   * For executors: the call has raised.
   * @throws InvalidStateError - it is done already.
   */
  setException(error: unknown): void {
    this.#checkNotDone();
    this.#error = error;
    this.#hasFailed = true;
    this.#finish();
  }

  /** CPython's `<Future at 0x… state=finished returned int>`. */
  toString(): string {
    const outcome = this.#hasFailed ? ` raised ${errorName(this.#error)}` : ` returned ${typeName(this.#value)}`;
    const state = this.#state.toLowerCase() + (this.#state === 'FINISHED' ? outcome : '');
    return `<${this.constructor.name} at ${addressOf(this)} state=${state}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  get _isDone(): boolean {
    return this.#state === 'CANCELLED' || this.#state === 'FINISHED';
  }

  /** @internal */
  get _hasRaised(): boolean {
    return this.#hasFailed;
  }

  #wait(timeout: number | null | undefined): void {
    if (!this._isDone && !waitLocally(() => this._isDone, system.deadlineAfter(timeout))) throw new TimeoutError();
    if (this.#state === 'CANCELLED') throw new CancelledError();
  }

  #checkNotDone(): void {
    if (this._isDone) throw new InvalidStateError(`${this.#state}: ${this.toString()}`);
  }

  #finish(): void {
    this.#state = 'FINISHED';
    this.#callBack();
  }

  #callBack(): void {
    for (const call of this.#callbacks.splice(0)) call();
  }

  #call(callback: (future: Future<T>) => unknown): void {
    try {
      callback(this);
    } catch (error) {
      if (error instanceof BaseException && !(error instanceof Exception)) throw error;
      writeOutput('stderr', `exception calling callback for ${this.toString()}\n`);
      reportError(error);
    }
  }
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeName(error);
}
