import { KeyboardInterrupt, NotImplementedError, OSError, ValueError } from '../errors';
import { OnInterrupt, onInterrupt, setOnInterrupt } from '../process/system';
import { threadId } from '../process/thread-identity';

export * as default from './signal';

/** @internal */
export const Signals = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
} as const;

/** Hang-up. Ends the process. */
export const SIGHUP = Signals.SIGHUP;
/** What Ctrl+C sends: raises KeyboardInterrupt in the process. */
export const SIGINT = Signals.SIGINT;
/** Ends the process. */
export const SIGQUIT = Signals.SIGQUIT;
/** What `os.abort()` sends. */
export const SIGABRT = Signals.SIGABRT;
/** Ends the process; what `Process.kill()` sends. */
export const SIGKILL = Signals.SIGKILL;
/** Ends the process. */
export const SIGUSR1 = Signals.SIGUSR1;
/** Ends the process. */
export const SIGUSR2 = Signals.SIGUSR2;
/** Ends the process; what `Process.terminate()` sends. */
export const SIGTERM = Signals.SIGTERM;

/** A handler for `signal`: what the system does, which is to end the process. */
export const SIG_DFL = 0;
/** A handler for `signal`: nothing happens. */
export const SIG_IGN = 1;

/**
 * What handles SIGINT unless `signal` says otherwise.
 * @throws KeyboardInterrupt - always.
 * @python signal.default_int_handler
 */
export function defaultIntHandler(..._call: unknown[]): never {
  throw new KeyboardInterrupt();
}

/** What `signal` takes and answers. */
export type Handler = typeof SIG_DFL | typeof SIG_IGN | typeof defaultIntHandler;

const HANDLERS: Readonly<Record<OnInterrupt, Handler>> = {
  [OnInterrupt.raise]: defaultIntHandler,
  [OnInterrupt.ignore]: SIG_IGN,
  [OnInterrupt.end]: SIG_DFL,
};
const EINVAL = 22;
const LAST = 64;

/**
 * Says what Ctrl+C does to this process: `SIG_IGN` lets it pass, as the workers of a pool often do, so that the parent alone
 * decides what happens.
 * @param signalnum - SIGINT; what other signals do cannot be changed.
 * @param handler - `SIG_IGN`, `SIG_DFL` or `defaultIntHandler`, which raises a KeyboardInterrupt.
 * @returns the handler before.
 * @throws ValueError - it is not called in the main thread: `signal only works in main thread of the main interpreter`.
 * @throws OSError - SIGKILL cannot be handled.
 * @throws NotImplementedError - another signal, or a function of the program.
 * @python signal.signal - handlers are only for SIGINT, and no functions of the program: catch the KeyboardInterrupt.
 * @example
 * import signal from 'signal';
 * signal.signal(signal.SIGINT, signal.SIG_IGN);
 * console.log(signal.getsignal(signal.SIGINT) === signal.SIG_IGN);
 */
export function signal(signalnum: number, handler: Handler): Handler {
  if (threadId() !== 0) throw new ValueError('signal only works in main thread of the main interpreter');
  const before = getsignal(signalnum);
  if (signalnum === SIGKILL) throw new OSError(EINVAL, 'Invalid argument');
  if (handler === before) return before;
  if (signalnum !== SIGINT)
    throw new NotImplementedError(`signal ${signalnum} always ends a process here; only SIGINT is handled`);
  const action = Object.values(OnInterrupt).find((each) => HANDLERS[each] === handler);
  if (action === undefined) {
    throw new NotImplementedError('a handler is SIG_IGN, SIG_DFL or defaultIntHandler here; catch the KeyboardInterrupt instead');
  }
  setOnInterrupt(action);
  return before;
}

/**
 * What happens when the signal comes.
 * @throws ValueError - there is no such signal: `signal number out of range`.
 * @python signal.getsignal
 */
export function getsignal(signalnum: number): Handler {
  if (!(signalnum >= 1 && signalnum <= LAST)) throw new ValueError('signal number out of range');
  return signalnum === SIGINT ? HANDLERS[onInterrupt()] : SIG_DFL;
}
