/** What a row's program does, where it is not to end with 0 and an empty stderr. */
export interface Expectation {
  readonly exitcode?: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
  /** False: the program has no main guard. */
  readonly guard?: false;
}

export const expectations: Readonly<Record<string, Expectation>> = {
  'WithProcessesTestQueue.test_queue_feeder_donot_stop_onexc': { stderr: /^(?:Traceback[\s\S]*?\nAttributeError\n){2}$/ },
  'TestNoForkBomb.test_noforkbomb': { exitcode: 1, stdout: /^$/, stderr: /RuntimeError/, guard: false },
  'WithProcessesTestPool.test_traceback': {
    exitcode: 1,
    stderr: /RemoteTraceback: \n"""[\s\S]*RuntimeError\(123\); \/\/ some comment[\s\S]*direct cause[\s\S]*RuntimeError: 123\n$/,
  },
  'WithProcessesTestSubclassingProcess.test_stderr_flush': {
    stderr: /^Process Process-1:\nTraceback[\s\S]*subclassing-process\.ts[\s\S]*MARKER[\s\S]*ZeroDivisionError/,
  },
  'WithProcessesTestSubclassingProcess.test_sys_exit': { stderr: /^\[ 1, 2, 3 \]\nignore this\n$/ },
};
