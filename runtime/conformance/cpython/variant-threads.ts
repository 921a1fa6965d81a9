import { RawValue } from 'multiprocessing';

export {
  Array,
  Barrier,
  BoundedSemaphore,
  Condition,
  Event,
  JoinableQueue,
  Lock,
  Pipe,
  Pool,
  Process,
  Queue,
  RLock,
  Semaphore,
  Value,
  activeChildren,
  currentProcess,
} from 'multiprocessing/dummy';
export type { Connection } from 'multiprocessing/dummy/connection';
export { RawArray, RawValue, parentProcess } from 'multiprocessing';

export const TYPE: 'processes' | 'threads' | 'manager' = 'threads';

/** Counts what is appended, in any thread. */
export class DummyList {
  readonly count = new RawValue('i', 0);

  append(_item: unknown): void {
    this.count.value++;
  }

  get length(): number {
    return this.count.value;
  }
}
