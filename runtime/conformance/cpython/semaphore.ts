import { TIMEOUT1, TIMEOUT2, TIMEOUT3, TimingWrapper, assertEqual, assertTimingAlmostEqual, assertValue } from './assertions';
import { BoundedSemaphore, Semaphore } from './variant';

function checkSemaphore(semaphore: Semaphore | BoundedSemaphore): void {
  assertValue(2, semaphore);
  assertEqual(semaphore.acquire(), true);
  assertValue(1, semaphore);
  assertEqual(semaphore.acquire(), true);
  assertValue(0, semaphore);
  assertEqual(semaphore.acquire(false), false);
  assertValue(0, semaphore);
  assertEqual(semaphore.release(), undefined);
  assertValue(1, semaphore);
  assertEqual(semaphore.release(), undefined);
  assertValue(2, semaphore);
}

export function testSemaphore(): void {
  const semaphore = new Semaphore(2);
  checkSemaphore(semaphore);
  assertEqual(semaphore.release(), undefined);
  assertValue(3, semaphore);
  assertEqual(semaphore.release(), undefined);
  assertValue(4, semaphore);
}

export function testBoundedSemaphore(): void {
  checkSemaphore(new BoundedSemaphore(2));
}

export function testTimeout(): void {
  const semaphore = new Semaphore(0);
  const acquire = new TimingWrapper((block?: boolean, timeout?: number | null) => semaphore.acquire(block, timeout));
  assertEqual(acquire.call(false), false);
  assertTimingAlmostEqual(acquire.elapsed, 0);
  assertEqual(acquire.call(false, null), false);
  assertTimingAlmostEqual(acquire.elapsed, 0);
  assertEqual(acquire.call(false, TIMEOUT1), false);
  assertTimingAlmostEqual(acquire.elapsed, 0);
  assertEqual(acquire.call(true, TIMEOUT2), false);
  assertTimingAlmostEqual(acquire.elapsed, TIMEOUT2);
  assertEqual(acquire.call(undefined, TIMEOUT3), false);
  assertTimingAlmostEqual(acquire.elapsed, TIMEOUT3);
}
