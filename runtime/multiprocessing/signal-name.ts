import { Signals } from '../stdlib/signal';

/** An exit code as `repr` of a process shows it: a number, or `-SIGTERM`. */
export function describeExit(exitcode: number): string {
  const name = Object.entries(Signals).find(([, number]) => number === -exitcode)?.[0];
  return name === undefined ? String(exitcode) : `-${name}`;
}
