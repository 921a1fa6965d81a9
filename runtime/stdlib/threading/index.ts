export * as default from './index';

export { BrokenBarrierError } from '../broken-barrier-error';
export { Barrier, type BarrierOptions } from './barrier';
export { Condition } from './condition';
export { Event } from './event';
export { Lock, RLock } from './lock';
export { BoundedSemaphore, Semaphore } from './semaphore';
