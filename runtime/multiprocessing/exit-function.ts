import { registerExitHandler } from '../process/exit-handlers';
import { logInfo } from './log';
import { activeChildren } from './process';
import { _runFinalizers } from './util';

let hasBegun = false;

/**
 * Is this process shutting down?
 * @python multiprocessing.util.is_exiting
 */
export function isExiting(): boolean {
  return hasBegun;
}

/** At the end of a process its daemons are terminated and its other children joined. */
export function exitFunction(): void {
  if (hasBegun) return;
  hasBegun = true;
  logInfo('process shutting down');
  _runFinalizers(0);
  for (const child of activeChildren()) {
    if (!child.daemon) continue;
    logInfo('calling terminate() for daemon %s', child.name);
    child._popen?.terminate();
  }
  for (const child of activeChildren()) {
    logInfo('calling join() for process %s', child.name);
    child.join();
  }
  _runFinalizers();
}

registerExitHandler({ call: exitFunction, describe: () => '<function _exit_function at 0x7f3c5a1ffff0>' });
