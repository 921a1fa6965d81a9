import { Exception, literal } from './base-exception';

/**
 * The operating system, here the machine's kernel, refused.
 * @param errno - its number for the reason; or a text alone.
 * @param strerror - the reason.
 * @param filename - what it was about.
 * @python OSError
 */
export class OSError extends Exception {
  readonly errno: number | undefined;
  readonly strerror: string | undefined;
  readonly filename: string | undefined;

  constructor(errno?: number | string, strerror?: string, filename?: string) {
    if (typeof errno !== 'number' || strerror === undefined) {
      super(...(errno === undefined ? [] : [errno]));
      return;
    }
    super(`[Errno ${errno}] ${strerror}${filename === undefined ? '' : `: ${literal(filename)}`}`);
    Object.defineProperty(this, 'args', { value: [errno, strerror], enumerable: true });
    this.errno = errno;
    this.strerror = strerror;
    this.filename = filename;
  }
}

/** A process asked for a child it does not have. */
export class ChildProcessError extends OSError {}
/** The base of the errors of connections. */
export class ConnectionError extends OSError {}
/** The last reader of a pipe is gone. */
export class BrokenPipeError extends ConnectionError {}
/** Nobody listens at an address. */
export class ConnectionRefusedError extends ConnectionError {}
/** The other side ended a connection. */
export class ConnectionResetError extends ConnectionError {}
/** Shared memory of that name exists. */
export class FileExistsError extends OSError {}
/** There is no shared memory of that name. */
export class FileNotFoundError extends OSError {}
/** Not allowed. */
export class PermissionError extends OSError {}
/** There is no such process. */
export class ProcessLookupError extends OSError {}
/** The builtin one; that of `multiprocessing` is another class. */
export class TimeoutError extends OSError {}
