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
