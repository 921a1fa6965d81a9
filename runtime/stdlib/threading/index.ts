export * as default from './index';

export { RuntimeError as ThreadError } from '../../errors';
export { BrokenBarrierError } from '../broken-barrier-error';
export { Barrier, type BarrierOptions } from './barrier';
export { Condition } from './condition';
export { Event } from './event';
export { local } from './local';
export { Lock, RLock } from './lock';
export { BoundedSemaphore, Semaphore } from './semaphore';
export {
  activeCount,
  currentThread,
  enumerate,
  excepthook,
  type ExceptHookArgs,
  getIdent,
  getNativeId,
  mainThread,
  Thread,
  type ThreadOptions,
} from './thread';
export { Timer } from './timer';

/**
 * The longest timeout that a lock takes, in seconds.
 * @python threading.TIMEOUT_MAX
 */
export const TIMEOUT_MAX = 9_223_372_036;
