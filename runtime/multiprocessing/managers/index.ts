export * as default from './index';

export { BaseManager, type ManagerOptions, type RegisterOptions } from './base-manager';
export type { Token } from './protocol';
export { RemoteError } from './protocol';
export {
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
export { autoProxy as AutoProxy, BaseProxy, MakeProxyType, type ProxyOptions, type ProxyType } from './proxy';
export type { Server } from './server';
export { SharedMemoryManager } from './shared-memory-manager';
export { SyncManager } from './sync-manager';
