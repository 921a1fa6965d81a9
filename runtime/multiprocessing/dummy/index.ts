import { Queue } from '../../stdlib/queue';
import { Barrier } from '../../stdlib/threading/barrier';
import { Condition } from '../../stdlib/threading/condition';
import { Event } from '../../stdlib/threading/event';
import { Lock, RLock } from '../../stdlib/threading/lock';
import { BoundedSemaphore, Semaphore } from '../../stdlib/threading/semaphore';
import { currentThread } from '../../stdlib/threading/thread';
import { ThreadPool } from '../pool/thread-pool';
import { Pipe } from './connection';
import { dict, list, Namespace, SharedArray, Value } from './containers';
import { activeChildren, DummyProcess } from './process';

export * as default from './index';

export {
  activeChildren,
  SharedArray as Array,
  Barrier,
  BoundedSemaphore,
  Condition,
  currentThread as currentProcess,
  dict,
  Event,
  Queue as JoinableQueue,
  list,
  Lock,
  Namespace,
  Pipe,
  ThreadPool as Pool,
  DummyProcess as Process,
  Queue,
  RLock,
  Semaphore,
  SharedArray,
  Value,
};

/**
 * Does nothing: only frozen programs of Windows need it.
 * @python multiprocessing.dummy.freeze_support
 */
export function freezeSupport(): void {
  // Nothing is frozen here.
}

/**
 * Does nothing: there is no server to end.
 * @python multiprocessing.dummy.shutdown
 */
export function shutdown(): void {
  // There is no server.
}

/** What a manager makes for processes; threads have the objects themselves. */
const shared = {
  activeChildren,
  Array: SharedArray,
  Barrier,
  BoundedSemaphore,
  Condition,
  currentProcess: currentThread,
  dict: <K, V>(entries?: Iterable<readonly [K, V]> | object) => dict<K, V>(entries),
  Event,
  JoinableQueue: Queue,
  list: <T>(items?: Iterable<T>) => list(items),
  Lock,
  Namespace,
  Pool: ThreadPool,
  Process: DummyProcess,
  Queue,
  RLock,
  Semaphore,
  shutdown,
  Value,
};

/**
 * What a manager has, without a server.
 * @python multiprocessing.dummy.Manager - the module itself; classes as in `new m.Lock()`.
 */
export const Manager = function () {
  return { ...shared, [Symbol.dispose]: shutdown };
} as unknown as new () => typeof shared & Disposable;
