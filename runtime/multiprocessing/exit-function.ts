import { registerExitHandler } from '../process/exit-handlers';
import { activeChildren } from './process';

let isExiting = false;

/** At the end of a process its daemons are terminated and its other children joined. */
export function exitFunction(): void {
  if (isExiting) return;
  isExiting = true;
  for (const child of activeChildren()) if (child.daemon) child._popen?.terminate();
  for (const child of activeChildren()) child.join();
}

registerExitHandler(exitFunction);
