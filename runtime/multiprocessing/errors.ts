import { Exception, pythonModule } from '../errors';

/**
 * The base of multiprocessing's own exceptions.
 * @python multiprocessing.ProcessError
 */
export class ProcessError extends Exception {
  /** @internal */
  static [pythonModule] = 'multiprocessing.context';
}

/**
 * A message does not fit into the buffer it was to be received into. Its bytes are the first of `args`.
 * @python multiprocessing.BufferTooShort
 */
export class BufferTooShort extends ProcessError {
  /** @internal */
  static override [pythonModule] = 'multiprocessing.context';
}

/**
 * Something did not happen in time. Not the builtin exception of the same name.
 * @python multiprocessing.TimeoutError
 */
export class TimeoutError extends ProcessError {
  /** @internal */
  static override [pythonModule] = 'multiprocessing.context';
}

/**
 * The other side of a connection does not know the key.
 * @python multiprocessing.AuthenticationError
 */
export class AuthenticationError extends ProcessError {
  /** @internal */
  static override [pythonModule] = 'multiprocessing.context';
}
