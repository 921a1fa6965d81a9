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
