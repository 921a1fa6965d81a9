import { registerExitHandler } from '../process/exit-handlers';
import { activeChildren } from './process';
import { _runFinalizers } from './util';

let isExiting = false;

/** At the end of a process its daemons are terminated and its other children joined. */
export function exitFunction(): void {
  if (isExiting) return;
  isExiting = true;
  _runFinalizers(0);
  for (const child of activeChildren()) if (child.daemon) child._popen?.terminate();
  for (const child of activeChildren()) child.join();
  _runFinalizers();
}

registerExitHandler(exitFunction);
