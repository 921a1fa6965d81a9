import { ObjectKind } from '../../process/trace';
import { internal } from '../reduction';
import { BaseLock } from './base-lock';

/**
 * A lock that one at a time can have, whichever process releases it.
 *
 * It is shared by passing it to a process as an argument; it cannot be sent in a message.
 * @python multiprocessing.Lock - `with lock:` is `using _ = lock.hold();`
 * @see CPython 3.11 Lib/multiprocessing/synchronize.py
 * @example
 * import { Lock, Process } from 'multiprocessing';
 *
 * function report(lock: Lock, n: number) {
 *   using _ = lock.hold();
 *   console.log('hello world', n);
 * }
 *
 * if (import.meta.main) {
 *   const lock = new Lock();
 *   for (let n = 0; n < 3; n++) new Process({ target: report, args: [lock, n] }).start();
 * }
 */
export class Lock extends BaseLock {
  constructor() {
    super({ isRecursive: false, maxValue: 1, kind: ObjectKind.lock });
  }

  /** CPython's `<Lock(owner=None)>`. */
  override toString(): string {
    return `<${this.constructor.name}(owner=${this._ownerName()})>`;
  }
}

/**
 * A lock that its owner may take again; it must release it as often. Nobody else may release it.
 * @python multiprocessing.RLock
 * @see CPython 3.11 Lib/multiprocessing/synchronize.py
 * @example
 * import { RLock } from 'multiprocessing';
 *
 * const lock = new RLock();
 * lock.acquire();
 * lock.acquire();
 * console.log(String(lock));
 */
export class RLock extends BaseLock {
  constructor() {
    super({ isRecursive: true, maxValue: 1, kind: ObjectKind.rlock });
  }

  /** CPython's `<RLock(MainProcess, 2)>`. */
  override toString(): string {
    const owner = this._ownerName();
    const count = owner === 'None' ? 0 : this._semlock.isMine() ? this._semlock.count() : 'nonzero';
    return `<${this.constructor.name}(${owner}, ${count})>`;
  }
}

/** A lock that is a part of something else, which the timeline shows instead. */
export class PartLock extends BaseLock {
  constructor(isRecursive: boolean) {
    super({ isRecursive, maxValue: 1, kind: null });
  }

  override toString(): string {
    return `<${this._semlock.form.isRecursive ? 'RLock' : 'Lock'}(owner=${this._ownerName()})>`;
  }
}

internal('PartLock', PartLock);
