export * as default from './index';

export {
  cpuCount,
  freezeSupport,
  getAllStartMethods,
  getStartMethod,
  setStartMethod,
  type StartMethod,
} from './context';
export { type Connection, Pipe } from './connection';
export { AuthenticationError, BufferTooShort, ProcessError, TimeoutError } from './errors';
export { getLogger, logToStderr } from './log';
export { Manager } from './managers/sync-manager';
export { Pool, type PoolOptions } from './pool';
export { Process, activeChildren, currentProcess, parentProcess, type ProcessOptions } from './process';
export { JoinableQueue, Queue, SimpleQueue } from './queues';
export { getContext, type SpawnContext } from './spawn-context';
export { Array, Array as SharedArray, RawArray, RawValue, Value } from './sharedctypes';
export {
  Barrier,
  type BarrierOptions,
  BoundedSemaphore,
  Condition,
  Event,
  Lock,
  RLock,
  Semaphore,
} from './synchronize';
