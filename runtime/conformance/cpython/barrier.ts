import { AssertionError, RuntimeError } from 'builtins';
import { BrokenBarrierError } from 'threading';
import time from 'time';
import { assertEqual, assertTrue, closeQueue } from './assertions';
import { Barrier, type Connection, DummyList, Event, Lock, Pipe, Process, Queue } from './variant';

const N = 5;
const DEFAULT_TIMEOUT = 30;

function assert(condition: boolean): void {
  if (!condition) throw new AssertionError();
}

/** What every member of a bunch does. */
function task<A extends unknown[]>(f: (...args: A) => void, args: A, finished: DummyList): void {
  try {
    f(...args);
  } finally {
    finished.append(true);
  }
}

/** One runs `f` here, the others elsewhere. */
function runTogether<A extends unknown[]>(f: (...args: A) => void, ...args: A): void {
  const finished = new DummyList();
  const others: Process[] = [];
  for (let i = 1; i < N; i++) {
    const p = new Process({ target: task<A>, args: [f, args, finished] });
    p.daemon = true;
    p.start();
    others.push(p);
  }
  f(...args);
  while (finished.length < N - 1) time.sleep(0.01);
  for (const p of others) p.join();
}

function newBarrier(): Barrier {
  return new Barrier(N, { timeout: DEFAULT_TIMEOUT });
}

function passInLockstep(barrier: Barrier, before: DummyList, after: DummyList, passes: number): void {
  const parties = barrier.parties;
  assert(parties === N);
  for (let i = 0; i < passes; i++) {
    before.append(true);
    assert(after.length === i * parties);
    barrier.wait();
    after.append(true);
    assert(before.length === (i + 1) * parties);
    barrier.wait();
  }
  assert(barrier.nWaiting === 0);
  assert(!barrier.broken);
}

export function testBarrier(passes = 1): void {
  const barrier = newBarrier();
  runTogether(passInLockstep, barrier, new DummyList(), new DummyList(), passes);
  barrier.abort();
}

export function testBarrier10(): void {
  testBarrier(10);
}

function putIndex(barrier: Barrier, queue: Queue<number>): void {
  queue.put(barrier.wait());
}

export function testWaitReturn(): void {
  const barrier = newBarrier();
  const queue = new Queue<number>();
  runTogether(putIndex, barrier, queue);
  const results: number[] = [];
  for (let i = 0; i < N; i++) results.push(queue.get());
  assertEqual(results.filter((index) => index === 0).length, 1);
  closeQueue(queue);
  barrier.abort();
}

class AppendTrue {
  constructor(readonly list: DummyList) {}

  call(): void {
    this.list.append(true);
  }
}

function expectOne(barrier: Barrier, results: DummyList): void {
  barrier.wait();
  if (results.length !== 1) throw new RuntimeError();
}

export function testAction(): void {
  const results = new DummyList();
  const append = new AppendTrue(results);
  const barrier = new Barrier(N, { action: append.call.bind(append) });
  runTogether(expectOne, barrier, results);
  assertEqual(results.length, 1);
}

function abortInTheMiddle(barrier: Barrier, passed: DummyList, broken: DummyList): void {
  try {
    const index = barrier.wait();
    if (index === Math.floor(N / 2)) throw new RuntimeError();
    barrier.wait();
    passed.append(true);
  } catch (error) {
    if (error instanceof BrokenBarrierError) broken.append(true);
    else if (error instanceof RuntimeError) barrier.abort();
    else throw error;
  }
}

export function testAbort(): void {
  const barrier = newBarrier();
  const passed = new DummyList();
  const broken = new DummyList();
  runTogether(abortInTheMiddle, barrier, passed, broken);
  assertEqual(passed.length, 0);
  assertEqual(broken.length, N - 1);
  assertTrue(barrier.broken);
}

function resetInTheMiddle(barrier: Barrier, passed: DummyList, broken: DummyList, again: DummyList): void {
  const index = barrier.wait();
  if (index === Math.floor(N / 2)) {
    // When all the others are in the barrier.
    while (barrier.nWaiting < N - 1) time.sleep(0.001);
    barrier.reset();
  } else {
    try {
      barrier.wait();
      passed.append(true);
    } catch (error) {
      if (!(error instanceof BrokenBarrierError)) throw error;
      broken.append(true);
    }
  }
  barrier.wait();
  again.append(true);
}

export function testReset(): void {
  const barrier = newBarrier();
  const [passed, broken, again] = [new DummyList(), new DummyList(), new DummyList()];
  runTogether(resetInTheMiddle, barrier, passed, broken, again);
  assertEqual(passed.length, 0);
  assertEqual(broken.length, N - 1);
  assertEqual(again.length, N);
  barrier.abort();
}

function abortAndReset(barrier: Barrier, second: Barrier, passed: DummyList, broken: DummyList, again: DummyList): void {
  abortInTheMiddle(barrier, passed, broken);
  // All have left it before the reset, and nobody enters it until then.
  if (second.wait() === Math.floor(N / 2)) barrier.reset();
  second.wait();
  barrier.wait();
  again.append(true);
}

export function testAbortAndReset(): void {
  const barrier = newBarrier();
  const [passed, broken, again] = [new DummyList(), new DummyList(), new DummyList()];
  runTogether(abortAndReset, barrier, new Barrier(N), passed, broken, again);
  assertEqual(passed.length, 0);
  assertEqual(broken.length, N - 1);
  assertEqual(again.length, N);
  barrier.abort();
}

function expectBroken(barrier: Barrier, results: DummyList, firstTimeout: number | null, timeout: number | null): void {
  const index = barrier.wait(firstTimeout);
  // One is late.
  if (index === Math.floor(N / 2)) time.sleep(1);
  try {
    barrier.wait(timeout);
  } catch (error) {
    if (!(error instanceof BrokenBarrierError)) throw error;
    results.append(true);
  }
}

export function testTimeout(): void {
  const barrier = newBarrier();
  const results = new DummyList();
  runTogether(expectBroken, barrier, results, null, 0.5);
  assertEqual(results.length, barrier.parties);
  barrier.abort();
}

export function testDefaultTimeout(): void {
  const barrier = new Barrier(N, { timeout: 0.5 });
  const results = new DummyList();
  runTogether(expectBroken, barrier, results, DEFAULT_TIMEOUT, null);
  assertEqual(results.length, barrier.parties);
}

export function testSingleThread(): void {
  const barrier = new Barrier(1);
  barrier.wait();
  barrier.wait();
}

function passOften(barrier: Barrier, passes: number, connection: Connection, lock: Lock): void {
  for (let i = 0; i < passes; i++) {
    barrier.wait();
    using _ = lock.hold();
    connection.send(i);
  }
}

export function testThousand(): void {
  const passes = 1000;
  const barrier = newBarrier();
  const lock = new Lock();
  const [reader, writer] = Pipe(false);
  const processes: Process[] = [];
  for (let i = 0; i < N; i++) {
    const p = new Process({ target: passOften, args: [barrier, passes, writer, lock] });
    p.start();
    processes.push(p);
  }
  for (let i = 0; i < passes; i++) {
    for (let j = 0; j < N; j++) assertEqual(reader.recv(), i);
  }
  for (const p of processes) p.join();
}
