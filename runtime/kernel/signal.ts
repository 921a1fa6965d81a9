/** Signals by number, as Linux has them. */
export const Signal = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGTERM: 15,
} as const;

/** SIGCHLD, SIGCONT, SIGURG, SIGWINCH: nothing happens unless a program asks for it, and here none can. */
export const IGNORED_SIGNALS: ReadonlySet<number> = new Set([17, 18, 23, 28]);

export const LAST_SIGNAL = 64;
