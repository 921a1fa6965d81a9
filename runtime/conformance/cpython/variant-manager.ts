import mp from 'multiprocessing';
import type { SyncManager } from 'multiprocessing/managers';

/*
 * Every name makes an object of the one manager, which is started when the first is made: never in a child, where this
 * module is run again.
 */

export {
  type Connection,
  Pipe,
  Process,
  RawArray,
  RawValue,
  activeChildren,
  currentProcess,
  parentProcess,
} from 'multiprocessing';

export const TYPE: 'processes' | 'threads' | 'manager' = 'manager';

let manager: SyncManager | null = null;

export function theManager(): SyncManager {
  return (manager ??= new mp.Manager());
}

type Made = Exclude<keyof SyncManager & keyof typeof mp, 'Process'>;

/** What `new` gives is the proxy; the static type is that of the object it stands for. */
function made<N extends Made>(name: N): (typeof mp)[N] {
  const make = function (...args: never[]): unknown {
    return Reflect.apply(theManager()[name], theManager(), args);
  };
  return make as unknown as (typeof mp)[N];
}

export const Array = made('Array');
export const Barrier = made('Barrier');
export const BoundedSemaphore = made('BoundedSemaphore');
export const Condition = made('Condition');
export const Event = made('Event');
export const JoinableQueue = made('JoinableQueue');
export const Lock = made('Lock');
export const Pool = made('Pool');
export const Queue = made('Queue');
export const RLock = made('RLock');
export const Semaphore = made('Semaphore');
export const Value = made('Value');

/** Counts what is appended, in any process. */
export const DummyList = function () {
  return theManager().list();
} as unknown as new () => { append(item: unknown): void; readonly length: number };
