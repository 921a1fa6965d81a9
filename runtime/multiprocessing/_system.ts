import { reduce } from '../stdlib/pickle';
import { passHandle } from './reduction';

/*
 * The kernel's own interface, for the contract tests: what `multiprocessing` is built on, without it.
 */
export * as pipes from '../process/pipes';
export * as semaphores from '../process/semaphores';
export * as system from '../process/system';

/** Takes a handle along to a child, which then holds it too. */
export class Held {
  constructor(readonly handle: number) {}

  [reduce](): [typeof receive, [number]] {
    passHandle(this.handle);
    return [receive, [this.handle]];
  }
}

/** @internal */
export function receive(handle: number): Held {
  return new Held(handle);
}
