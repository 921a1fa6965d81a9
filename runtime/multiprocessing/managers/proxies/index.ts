export { ArrayProxy, DictProxy, ListProxy, NamespaceProxy, ValueProxy } from './containers';
export { AsyncResultProxy, IteratorProxy, PoolProxy } from './pool';
export type { QueueProxy } from './queue';
export { AcquirerProxy, BarrierProxy, ConditionProxy, EventProxy } from './synchronize';
