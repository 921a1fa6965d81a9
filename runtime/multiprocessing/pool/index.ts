export * as default from './index';

export type { Call } from './call';
export { MaybeEncodingError, RemoteTraceback } from './errors';
export { Pool, type PoolOptions, type ResultIterator } from './pool';
export { AsyncResult, type Callbacks, IMapIterator, IMapUnorderedIterator, MapResult } from './results';
