import type { BaseProxy } from '../proxy';

/** A queue in a manager's server: the methods of `queue.Queue`. */
export interface QueueProxy<T = unknown> extends BaseProxy {
  put(item: T, block?: boolean, timeout?: number | null): void;
  get(block?: boolean, timeout?: number | null): T;
  putNowait(item: T): void;
  getNowait(): T;
  qsize(): number;
  empty(): boolean;
  full(): boolean;
  taskDone(): void;
  join(): void;
}
