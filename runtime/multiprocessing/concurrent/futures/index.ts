export * as default from './index';

export { TimeoutError } from '../../../errors';
export { BrokenExecutor, CancelledError, InvalidStateError } from '../../../stdlib/concurrent/errors';
export { Future } from '../../../stdlib/concurrent/future';
export {
  ALL_COMPLETED,
  asCompleted,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type ReturnWhen,
  wait,
  type WaitOptions,
} from '../../../stdlib/concurrent/wait';
export { type MapOptions, type ResultsIterator } from './map';
export { ThreadPoolExecutor, type ThreadPoolExecutorOptions } from './thread';
export { ProcessPoolExecutor, type ProcessPoolExecutorOptions, type ShutdownOptions } from './process';
