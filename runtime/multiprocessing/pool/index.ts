export * as default from './index';

export type { Call } from './call';
export { MaybeEncodingError, RemoteTraceback } from './errors';
export { IMapIterator, IMapUnorderedIterator, type ResultIterator } from './imap-iterator';
export { Pool, type PoolOptions } from './pool';
export { ThreadPool } from './thread-pool';
export { AsyncResult, AsyncResult as ApplyResult, type Callbacks, MapResult } from './results';
