import { Queue } from '../../stdlib/queue';
import * as threading from '../../stdlib/threading';
import type { PoolOptions } from '../pool';
import { BaseManager, registerType } from './base-manager';
import {
  AcquirerProxy,
  ArrayProxy,
  AsyncResultProxy,
  BarrierProxy,
  ConditionProxy,
  DictProxy,
  EventProxy,
  IteratorProxy,
  ListProxy,
  NamespaceProxy,
  PoolProxy,
  type QueueProxy,
  ValueProxy,
} from './proxies';
import { ArrayReferent, DictReferent, ListReferent, NamespaceReferent, PoolReferent, ValueReferent } from './referents';
import { internal } from '../reduction';

/**
 * A manager of Python's usual types. `new Manager()` makes one that is started.
 * @python multiprocessing.managers.SyncManager
 * @see CPython 3.11 Lib/multiprocessing/managers.py
 * @example
 * import { Manager, Process } from 'multiprocessing';
 * import type { DictProxy } from 'multiprocessing/managers';
 *
 * function work(scores: DictProxy<string, number>) {
 *   scores.set('child', 1);
 * }
 *
 * if (import.meta.main) {
 *   using manager = new Manager();
 *   const scores = manager.dict<string, number>();
 *   const p = new Process({ target: work, args: [scores] });
 *   p.start();
 *   p.join();
 *   console.log(scores);
 * }
 */
export class SyncManager extends BaseManager {
  declare dict: <K = unknown, V = unknown>(initial?: Iterable<readonly [K, V]> | Readonly<Record<string, V>>) => DictProxy<K, V>;
  declare list: <T = unknown>(initial?: Iterable<T>) => ListProxy<T>;
  declare Namespace: <T extends object = Record<string, unknown>>(initial?: T) => NamespaceProxy & T & Record<string, unknown>;
  declare Value: <T>(typecode: string, value: T) => ValueProxy<T>;
  declare Array: <T>(typecode: string, initial: Iterable<T>) => ArrayProxy<T>;
  declare Queue: <T = unknown>(maxsize?: number) => QueueProxy<T>;
  declare JoinableQueue: <T = unknown>(maxsize?: number) => QueueProxy<T>;
  declare Lock: () => AcquirerProxy;
  declare RLock: () => AcquirerProxy;
  declare Semaphore: (value?: number) => AcquirerProxy;
  declare BoundedSemaphore: (value?: number) => AcquirerProxy;
  declare Condition: () => ConditionProxy;
  declare Event: () => EventProxy;
  declare Barrier: (parties: number, options?: threading.BarrierOptions) => BarrierProxy;
  declare Pool: (processes?: number | null | PoolOptions) => PoolProxy;
}

const ACQUIRER = ['acquire', 'release'];

/** What a barrier's properties are to a proxy. */
class BarrierReferent extends threading.Barrier {
  property(name: 'parties' | 'nWaiting' | 'broken'): unknown {
    return this[name];
  }
}

const definitions = [
  ['Queue', { callable: Queue }],
  ['JoinableQueue', { callable: Queue }],
  ['Event', { callable: threading.Event, proxytype: EventProxy }],
  ['Lock', { callable: threading.Lock, proxytype: AcquirerProxy, exposed: ACQUIRER }],
  ['RLock', { callable: threading.RLock, proxytype: AcquirerProxy, exposed: ACQUIRER }],
  ['Semaphore', { callable: threading.Semaphore, proxytype: AcquirerProxy, exposed: ACQUIRER }],
  ['BoundedSemaphore', { callable: threading.BoundedSemaphore, proxytype: AcquirerProxy, exposed: ACQUIRER }],
  ['Condition', { callable: threading.Condition, proxytype: ConditionProxy }],
  ['Barrier', { callable: BarrierReferent, proxytype: BarrierProxy }],
  [
    'Pool',
    {
      callable: PoolReferent,
      proxytype: PoolProxy,
      methodToTypeid: {
        applyAsync: 'AsyncResult',
        mapAsync: 'AsyncResult',
        starmapAsync: 'AsyncResult',
        imap: 'Iterator',
        imapUnordered: 'Iterator',
      },
    },
  ],
  ['list', { callable: ListReferent, proxytype: ListProxy }],
  ['dict', { callable: DictReferent, proxytype: DictProxy }],
  ['Value', { callable: ValueReferent, proxytype: ValueProxy }],
  ['Array', { callable: ArrayReferent, proxytype: ArrayProxy }],
  ['Namespace', { callable: NamespaceReferent, proxytype: NamespaceProxy }],
  ['AsyncResult', { proxytype: AsyncResultProxy, createMethod: false }],
  ['Iterator', { proxytype: IteratorProxy, createMethod: false }],
] as const;

for (const [typeid, options] of definitions) registerType(SyncManager, typeid, options);

// They travel to the server by name, and are no export of a module.
for (const referent of [
  ListReferent,
  DictReferent,
  ValueReferent,
  ArrayReferent,
  NamespaceReferent,
  PoolReferent,
  BarrierReferent,
]) {
  internal(referent.name, referent);
}

/**
 * Starts a manager and answers it; see `SyncManager`.
 * @python multiprocessing.Manager
 */
export const Manager = function Manager(): SyncManager {
  const manager = new SyncManager();
  manager.start();
  return manager;
} as unknown as new () => SyncManager;
