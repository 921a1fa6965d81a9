import { Exception, pythonModule } from '../../errors';

/**
 * The cause of an exception that came from a worker: its traceback there, as text.
 * @python multiprocessing.pool.RemoteTraceback
 */
export class RemoteTraceback extends Exception {
  /** @internal */
  static [pythonModule] = 'multiprocessing.pool';
}

/**
 * The result of a task cannot be pickled.
 * @python multiprocessing.pool.MaybeEncodingError
 */
export class MaybeEncodingError extends Exception {
  /** @internal */
  static [pythonModule] = 'multiprocessing.pool';
  /** What went wrong, as Python's `repr` has it. */
  readonly exc: string;
  /** The result, as text. */
  readonly value: string;

  constructor(exc: string, value: string) {
    super(exc, value);
    this.exc = exc;
    this.value = value;
    Object.defineProperty(this, 'message', { value: `Error sending result: '${value}'. Reason: '${exc}'`, configurable: true });
  }
}
