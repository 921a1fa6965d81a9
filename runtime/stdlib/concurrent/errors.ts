import { Exception, RuntimeError, pythonModule } from '../../errors';

/** The base of the exceptions of futures. */
class FutureError extends Exception {}

/**
 * The future was cancelled.
 * @python concurrent.futures.CancelledError
 */
export class CancelledError extends FutureError {
  /** @internal */
  static [pythonModule] = 'concurrent.futures._base';
}

/**
 * A future has its result already.
 * @python concurrent.futures.InvalidStateError
 */
export class InvalidStateError extends FutureError {
  /** @internal */
  static [pythonModule] = 'concurrent.futures._base';
}

/**
 * An executor that can do no more work.
 * @python concurrent.futures.BrokenExecutor
 */
export class BrokenExecutor extends RuntimeError {
  /** @internal */
  static [pythonModule]: string = 'concurrent.futures._base';
}
