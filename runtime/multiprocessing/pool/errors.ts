import { Exception, pythonModule } from '../../errors';
import { repr } from '../../stdlib/builtins';
import { nameless } from '../../stdlib/pickle/names';
import { programNames } from '../../stdlib/pickle/program-names';

/**
 * The cause of an exception that came from a worker: its traceback there, as text.
 * @python multiprocessing.pool.RemoteTraceback
 */
export class RemoteTraceback extends Exception {
  /** @internal */
  static [pythonModule] = 'multiprocessing.pool';
  /** The traceback, in triple quotes. */
  readonly tb: string;

  constructor(tb: string) {
    super(tb);
    this.tb = tb;
  }
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

  /** @internal */
  static of(error: unknown, value: unknown): MaybeEncodingError {
    return new MaybeEncodingError(describe(error), describe(value));
  }
}

/**
 * Makes a remote traceback the cause of an error, as `raise … from …` does.
 * @internal
 */
export function withRemoteCause(error: unknown, cause: Error): unknown {
  if (!(error instanceof Error)) return error;
  // Where it was made in this process says nothing: the text has where it was raised.
  Object.defineProperty(cause, 'stack', { value: `${cause.name}: ${cause.message}`, configurable: true, writable: true });
  Object.defineProperty(error, 'cause', { value: cause, configurable: true, writable: true });
  return error;
}

/**
 * Raises an error that was made elsewhere: its traceback is that of whoever asked for the result.
 * @internal
 */
export function raiseHere(error: unknown): never {
  if (error instanceof Error) {
    const { stack } = new Error();
    const frames = stack?.includes('\n    at ') === true ? stack.slice(stack.indexOf('\n')) : `\n${stack ?? ''}`;
    Object.defineProperty(error, 'stack', {
      value: `${error.name}: ${error.message}${frames}`,
      configurable: true,
      writable: true,
    });
  }
  throw error;
}

function describe(value: unknown): string {
  return typeof value === 'function' ? nameless(programNames, value) : repr(value);
}
