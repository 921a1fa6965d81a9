import { Lock, RawValue } from 'multiprocessing';

export {
  Array,
  Barrier,
  BoundedSemaphore,
  Condition,
  type Connection,
  Event,
  JoinableQueue,
  Lock,
  Pipe,
  Pool,
  Process,
  Queue,
  RawArray,
  RawValue,
  RLock,
  Semaphore,
  Value,
  activeChildren,
  currentProcess,
  parentProcess,
} from 'multiprocessing';

export const TYPE: 'processes' | 'threads' | 'manager' = 'processes';

/** Counts what is appended, in any process. */
export class DummyList {
  readonly count = new RawValue('i', 0);
  readonly lock = new Lock();

  append(_item: unknown): void {
    using _ = this.lock.hold();
    this.count.value++;
  }

  get length(): number {
    using _ = this.lock.hold();
    return this.count.value;
  }
}
