import { current } from '../process/context';
import * as system from '../process/system';
import { SIGABRT } from './signal';

export * as default from './os';

/**
 * The id of this process.
 * @python os.getpid
 * @example
 * import os from 'os';
 * console.log(os.getpid());
 */
export function getpid(): number {
  return current().pid;
}

/**
 * The id of the parent. When the parent has ended, that of the machine's kernel.
 * @python os.getppid
 */
export function getppid(): number {
  return system.parentPid();
}

/**
 * How many processors the computer has.
 * @python os.cpu_count
 */
export function cpuCount(): number {
  return current().cpuCount;
}

/**
 * Sends a signal to a process of this machine.
 * @param pid - of the process.
 * @param signal - SIGINT raises KeyboardInterrupt there; every other one ends the process, if it is not ignored by
 *   default; 0 only asks whether the process exists.
 * @throws ProcessLookupError - there is no such process.
 * @throws OSError - there is no such signal.
 * @python os.kill
 * @example
 * import os from 'os';
 * import { SIGTERM } from 'signal';
 * os.kill(os.getpid(), SIGTERM);
 */
export function kill(pid: number, signal: number): void {
  system.kill(pid, signal);
}

/**
 * Ends this process at once: nothing else of it runs, no `finally`, no exit handler. Children live on.
 * @param status - the exit code, of which the low eight bits count.
 * @python os._exit
 */
export function _exit(status: number): never {
  system.exit(status);
}

/**
 * Ends this process with SIGABRT.
 * @python os.abort
 */
export function abort(): never {
  system.exitBySignal(SIGABRT);
}

/** The environment: empty to begin with, and this process's own. */
export const environ: Record<string, string> = {};
