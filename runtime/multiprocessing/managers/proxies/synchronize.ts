import { waitFor } from '../../synchronize/wait-for';
import { BaseProxy } from '../proxy';

/**
 * A lock or semaphore in a manager's server.
 * @python multiprocessing.managers.AcquirerProxy
 */
export class AcquirerProxy extends BaseProxy {
  /** Takes it; see `Lock.acquire`. */
  acquire(block = true, timeout?: number | null): boolean {
    return this._callmethod('acquire', timeout === undefined || timeout === null ? [block] : [block, timeout]) as boolean;
  }

  release(): void {
    this._callmethod('release');
  }

  /** Takes it until the end of the block: `using _ = lock.hold();` */
  hold(): Disposable {
    this.acquire();
    return { [Symbol.dispose]: () => this.release() };
  }

  [Symbol.dispose](): void {
    this.release();
  }
}

/**
 * A condition in a manager's server.
 * @python multiprocessing.managers.ConditionProxy
 */
export class ConditionProxy extends AcquirerProxy {
  wait(timeout?: number | null): boolean {
    return this._callmethod('wait', [timeout ?? null]) as boolean;
  }

  /** The function is called here, not in the server. */
  waitFor<T>(predicate: () => T, timeout?: number | null): T {
    return waitFor((left) => this.wait(left), predicate, timeout);
  }

  notify(n = 1): void {
    this._callmethod('notify', [n]);
  }

  notifyAll(): void {
    this._callmethod('notifyAll');
  }
}

/**
 * An event in a manager's server.
 * @python multiprocessing.managers.EventProxy
 */
export class EventProxy extends BaseProxy {
  isSet(): boolean {
    return this._callmethod('isSet') as boolean;
  }

  set(): void {
    this._callmethod('set');
  }

  clear(): void {
    this._callmethod('clear');
  }

  wait(timeout?: number | null): boolean {
    return this._callmethod('wait', [timeout ?? null]) as boolean;
  }
}

/**
 * A barrier in a manager's server.
 * @python multiprocessing.managers.BarrierProxy
 */
export class BarrierProxy extends BaseProxy {
  get parties(): number {
    return this._callmethod('property', ['parties']) as number;
  }

  get nWaiting(): number {
    return this._callmethod('property', ['nWaiting']) as number;
  }

  get broken(): boolean {
    return this._callmethod('property', ['broken']) as boolean;
  }

  wait(timeout?: number | null): number {
    return this._callmethod('wait', [timeout ?? null]) as number;
  }

  abort(): void {
    this._callmethod('abort');
  }

  reset(): void {
    this._callmethod('reset');
  }
}
