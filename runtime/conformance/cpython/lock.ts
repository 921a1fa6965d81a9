import { AssertionError, RuntimeError, ValueError } from 'builtins';
import { assertEqual, assertRaisesOneOf } from './assertions';
import { Lock, RLock } from './variant';

export function testLock(): void {
  const lock = new Lock();
  assertEqual(lock.acquire(), true);
  assertEqual(lock.acquire(false), false);
  assertEqual(lock.release(), undefined);
  assertRaisesOneOf([ValueError, RuntimeError], () => lock.release());
}

export function testRlock(): void {
  const lock = new RLock();
  assertEqual(lock.acquire(), true);
  assertEqual(lock.acquire(), true);
  assertEqual(lock.acquire(), true);
  assertEqual(lock.release(), undefined);
  assertEqual(lock.release(), undefined);
  assertEqual(lock.release(), undefined);
  assertRaisesOneOf([AssertionError, RuntimeError], () => lock.release());
}

export function testLockContext(): void {
  const lock = new Lock();
  {
    using _ = lock.hold();
    assertEqual(lock.acquire(false), false);
  }
  assertEqual(lock.acquire(false), true);
}
