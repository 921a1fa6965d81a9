import { KeyboardInterrupt, repr } from 'builtins';
import os from 'os';
import signal from 'signal';
import sys from 'sys';
import time from 'time';
import {
  CLOCK_RES,
  DELTA,
  LONG_TIMEOUT,
  TIMEOUT1,
  TimingWrapper,
  assertEqual,
  assertFalse,
  assertRaises,
  assertRegex,
  assertTimingAlmostEqual,
  assertTrue,
  assertValue,
  joinProcess,
  valueOf,
} from './assertions';
import { Condition, Process, Semaphore, TYPE, Value } from './variant';

/** Where CPython has processes and threads wait side by side, there are twice as many of one kind here. */
function sleeper(condition: Condition, sleeping: Semaphore, woken: Semaphore, timeout: number | null): void {
  condition.acquire();
  sleeping.release();
  condition.wait(timeout);
  woken.release();
  condition.release();
}

class Sleepers {
  readonly condition = new Condition();
  readonly sleeping = new Semaphore(0);
  readonly woken = new Semaphore(0);
  readonly #processes: Process[] = [];

  /** Starts some, and waits until all of them sleep. */
  start(count: number, timeout: number | null = null): void {
    for (let i = 0; i < count; i++) {
      const p = new Process({ target: sleeper, args: [this.condition, this.sleeping, this.woken, timeout] });
      p.daemon = true;
      p.start();
      this.#processes.push(p);
    }
    for (let i = 0; i < count; i++) this.sleeping.acquire();
  }

  notify(n: number): void {
    this.condition.acquire();
    this.condition.notify(n);
    this.condition.release();
  }

  notifyAll(): void {
    this.condition.acquire();
    this.condition.notifyAll();
    this.condition.release();
  }

  assertWoken(count: number): void {
    assertValue(count, this.woken);
  }

  assertWokenEventually(count: number): void {
    for (let i = 0; i < 10 && ![count, null].includes(valueOf(this.woken)); i++) time.sleep(DELTA);
    time.sleep(DELTA);
    this.assertWoken(count);
  }

  /** Only so when nobody sleeps. */
  checkInvariant(): void {
    if (TYPE === 'processes') assertRegex(repr(this.condition), /^<Condition\(.*, 0\)>$/);
  }

  join(): void {
    for (const p of this.#processes) p.join();
  }
}

export function testNotify(): void {
  const sleepers = new Sleepers();
  sleepers.start(2);
  // Nobody has woken up.
  time.sleep(DELTA);
  sleepers.assertWoken(0);
  sleepers.notify(1);
  time.sleep(DELTA);
  sleepers.assertWoken(1);
  sleepers.notify(1);
  time.sleep(DELTA);
  sleepers.assertWoken(2);
  sleepers.checkInvariant();
  sleepers.join();
}

export function testNotifyAll(): void {
  const sleepers = new Sleepers();
  sleepers.start(6, TIMEOUT1);
  // All of them wake up by themselves.
  for (let i = 0; i < 6; i++) sleepers.woken.acquire();
  sleepers.assertWoken(0);
  sleepers.checkInvariant();

  sleepers.start(6);
  time.sleep(DELTA);
  sleepers.assertWoken(0);
  sleepers.notifyAll();
  sleepers.assertWokenEventually(6);
  sleepers.checkInvariant();
  sleepers.join();
}

export function testNotifyN(): void {
  const sleepers = new Sleepers();
  sleepers.start(6);
  time.sleep(DELTA);
  sleepers.assertWoken(0);
  sleepers.notify(2);
  sleepers.assertWokenEventually(2);
  sleepers.notify(4);
  sleepers.assertWokenEventually(6);
  // There is nobody left.
  sleepers.notify(3);
  sleepers.assertWoken(6);
  sleepers.checkInvariant();
  sleepers.join();
}

export function testTimeout(): void {
  const condition = new Condition();
  const wait = new TimingWrapper((timeout: number) => condition.wait(timeout));
  condition.acquire();
  const result = wait.call(TIMEOUT1);
  condition.release();
  assertEqual(result, false);
  assertTimingAlmostEqual(wait.elapsed, TIMEOUT1);
}

function waitForFour(condition: Condition, state: Value<'i'>): void {
  using _ = condition.hold();
  state.value = 0;
  condition.notify();
  const result = condition.waitFor(() => state.value === 4);
  if (!result || state.value !== 4) sys.exit(1);
}

export function testWaitfor(): void {
  const condition = new Condition();
  const state = new Value('i', -1);
  const p = new Process({ target: waitForFour, args: [condition, state] });
  p.daemon = true;
  p.start();
  {
    using _ = condition.hold();
    assertTrue(condition.waitFor(() => state.value === 0));
    assertEqual(state.value, 0);
  }
  for (let i = 0; i < 4; i++) {
    time.sleep(0.01);
    using _ = condition.hold();
    state.value++;
    condition.notify();
  }
  joinProcess(p);
  assertEqual(p.exitcode, 0);
}

function waitInVain(condition: Condition, state: Value<'i'>, success: Value<'i'>, started: Semaphore): void {
  started.release();
  using _ = condition.hold();
  const expected = 0.1;
  const began = time.monotonic();
  const result = condition.waitFor(() => state.value === 4, expected);
  const elapsed = time.monotonic() - began;
  if (!result && expected - CLOCK_RES <= elapsed) success.value = 1;
}

export function testWaitforTimeout(): void {
  const condition = new Condition();
  const state = new Value('i', 0);
  const success = new Value('i', 0);
  const started = new Semaphore(0);
  const p = new Process({ target: waitInVain, args: [condition, state, success, started] });
  p.daemon = true;
  p.start();
  assertTrue(started.acquire(true, LONG_TIMEOUT));
  // Three steps only: it never becomes 4.
  for (let i = 0; i < 3; i++) {
    time.sleep(0.01);
    using _ = condition.hold();
    state.value++;
    condition.notify();
  }
  joinProcess(p);
  assertEqual(success.value, 1);
}

function notifyAndInterrupt(condition: Condition, pid: number | null): void {
  {
    using _ = condition.hold();
    condition.notify();
  }
  time.sleep(1);
  if (pid !== null) os.kill(pid, signal.SIGINT);
}

export function testWaitResult(): void {
  const pid = TYPE === 'processes' ? os.getpid() : null;
  const condition = new Condition();
  using _ = condition.hold();
  assertFalse(condition.wait(0));
  assertFalse(condition.wait(0.1));
  const p = new Process({ target: notifyAndInterrupt, args: [condition, pid] });
  p.start();
  assertTrue(condition.wait(60));
  if (pid !== null) assertRaises(KeyboardInterrupt, () => condition.wait(60));
  p.join();
}
