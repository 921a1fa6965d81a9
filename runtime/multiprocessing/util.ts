import { ValueError } from '../errors';
import { reportError } from '../process/run-process';

export * as default from './util';
export { exitFunction as _exitFunction, isExiting } from './exit-function';
export {
  getLogger,
  logDebug as debug,
  logInfo as info,
  logSubDebug as subDebug,
  logSubWarning as subWarning,
  logToStderr,
  SUBDEBUG,
  SUBWARNING,
} from './log';

/** Those that are still to be done, by the order in which they were made. */
const finalizers = new Map<number, Finalize>();
let made = 0;

/**
 * Something to be done once: when it is called, or at the end of the process.
 *
 * @param object - what it belongs to; kept alive until then.
 * @param callback - what is done.
 * @param args - the callback's arguments; default none.
 * @param options - `exitpriority`: when at the end of the process, highest first; null: not then.
 * @python multiprocessing.util.Finalize - does not notice that an object is no longer used.
 * @example
 * import { Finalize } from 'multiprocessing/util';
 *
 * const farewell = new Finalize(null, console.log, ['bye'], { exitpriority: 0 });
 * console.log(farewell.stillActive());
 */
export class Finalize {
  /** @internal */
  readonly _priority: number | null;
  readonly #key: number;
  readonly #callback: (...args: never[]) => unknown;
  readonly #args: readonly unknown[];

  constructor(
    object: object | null,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[] = [],
    { exitpriority = null }: { readonly exitpriority?: number | null } = {},
  ) {
    if (object === null && exitpriority === null) throw new ValueError('Without object, exitpriority cannot be None');
    this.#key = made++;
    this._priority = exitpriority;
    this.#callback = callback;
    this.#args = args;
    finalizers.set(this.#key, this);
  }

  /** Does it now, unless it was done or cancelled before. */
  call(): unknown {
    if (!finalizers.delete(this.#key)) return null;
    return Reflect.apply(this.#callback, undefined, this.#args) as unknown;
  }

  /** It will not be done. */
  cancel(): void {
    finalizers.delete(this.#key);
  }

  /** Is it still to be done? */
  stillActive(): boolean {
    return finalizers.has(this.#key);
  }
}

/** @internal Runs finalizers that have a priority, and at least this one. */
export function _runFinalizers(leastPriority = -Infinity): void {
  const due = [...finalizers.values()].filter(({ _priority }) => _priority !== null && _priority >= leastPriority).reverse();
  for (const finalizer of due.sort((a, b) => (b._priority ?? 0) - (a._priority ?? 0))) {
    try {
      finalizer.call();
    } catch (error) {
      reportError(error);
    }
  }
}
