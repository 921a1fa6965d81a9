import { AttributeError, ValueError } from 'builtins';
import mp from 'multiprocessing';
import { reduce } from 'pickle';
import { Empty, Full } from 'queue';
import time from 'time';
import {
  DELTA,
  LONG_TIMEOUT,
  TIMEOUT1,
  TIMEOUT2,
  TIMEOUT3,
  TimingWrapper,
  assertEqual,
  assertGreaterEqual,
  assertRaises,
  assertRaisesRegex,
  assertTimingAlmostEqual,
  assertTrue,
  closeQueue,
} from './assertions';
import { Event, JoinableQueue, Process, Queue } from './variant';

const MAXSIZE = 6;

function getAll(queue: Queue<number>, childCanStart: Event, parentCanContinue: Event): void {
  childCanStart.wait();
  for (let i = 0; i < MAXSIZE; i++) queue.get();
  parentCanContinue.set();
}

export function testPut(): void {
  const queue = new Queue<number>(MAXSIZE);
  const childCanStart = new Event();
  const parentCanContinue = new Event();
  const p = new Process({ target: getAll, args: [queue, childCanStart, parentCanContinue], daemon: true });
  p.start();

  assertEqual(queue.empty(), true);
  assertEqual(queue.full(), false);
  queue.put(1);
  queue.put(2, true);
  queue.put(3, true, null);
  queue.put(4, false);
  queue.put(5, false, null);
  queue.putNowait(6);
  time.sleep(DELTA);
  assertEqual(queue.empty(), false);
  assertEqual(queue.full(), true);

  const put = new TimingWrapper((...rest: [number, boolean?, (number | null)?]) => queue.put(...rest));
  const putNowait = new TimingWrapper((item: number) => queue.putNowait(item));
  assertRaises(Full, () => put.call(7, false));
  assertTimingAlmostEqual(put.elapsed, 0);
  assertRaises(Full, () => put.call(7, false, null));
  assertTimingAlmostEqual(put.elapsed, 0);
  assertRaises(Full, () => putNowait.call(7));
  assertTimingAlmostEqual(putNowait.elapsed, 0);
  assertRaises(Full, () => put.call(7, true, TIMEOUT1));
  assertTimingAlmostEqual(put.elapsed, TIMEOUT1);
  assertRaises(Full, () => put.call(7, false, TIMEOUT2));
  assertTimingAlmostEqual(put.elapsed, 0);
  assertRaises(Full, () => put.call(7, true, TIMEOUT3));
  assertTimingAlmostEqual(put.elapsed, TIMEOUT3);

  childCanStart.set();
  parentCanContinue.wait();
  assertEqual(queue.empty(), true);
  assertEqual(queue.full(), false);
  p.join();
  closeQueue(queue);
}

function putSome(queue: Queue<number>, childCanStart: Event, parentCanContinue: Event): void {
  childCanStart.wait();
  for (const item of [2, 3, 4, 5]) queue.put(item);
  parentCanContinue.set();
}

export function testGet(): void {
  const queue = new Queue<number>();
  const childCanStart = new Event();
  const parentCanContinue = new Event();
  const p = new Process({ target: putSome, args: [queue, childCanStart, parentCanContinue], daemon: true });
  p.start();

  assertEqual(queue.empty(), true);
  childCanStart.set();
  parentCanContinue.wait();
  time.sleep(DELTA);
  assertEqual(queue.empty(), false);
  assertEqual(queue.get(true, null), 2);
  assertEqual(queue.get(true), 3);
  assertEqual(queue.get(true, 1), 4);
  assertEqual(queue.getNowait(), 5);
  assertEqual(queue.empty(), true);

  const get = new TimingWrapper((...rest: [boolean?, (number | null)?]) => queue.get(...rest));
  const getNowait = new TimingWrapper(() => queue.getNowait());
  assertRaises(Empty, () => get.call(false));
  assertTimingAlmostEqual(get.elapsed, 0);
  assertRaises(Empty, () => get.call(false, null));
  assertTimingAlmostEqual(get.elapsed, 0);
  assertRaises(Empty, () => getNowait.call());
  assertTimingAlmostEqual(getNowait.elapsed, 0);
  assertRaises(Empty, () => get.call(true, TIMEOUT1));
  assertTimingAlmostEqual(get.elapsed, TIMEOUT1);
  assertRaises(Empty, () => get.call(false, TIMEOUT2));
  assertTimingAlmostEqual(get.elapsed, 0);
  assertRaises(Empty, () => get.call(true, TIMEOUT3));
  assertTimingAlmostEqual(get.elapsed, TIMEOUT3);
  p.join();
  closeQueue(queue);
}

function putTen(queue: Queue<number>): void {
  for (let i = 10; i < 20; i++) queue.put(i);
}

export function testFork(): void {
  const queue = new Queue<number>();
  for (let i = 0; i < 10; i++) queue.put(i);
  time.sleep(DELTA);
  const p = new Process({ target: putTen, args: [queue], daemon: true });
  p.start();
  for (let i = 0; i < 20; i++) assertEqual(queue.get(), i);
  assertRaises(Empty, () => queue.get(false));
  p.join();
  closeQueue(queue);
}

export function testQsize(): void {
  const q = new Queue<number>();
  assertEqual(q.qsize(), 0);
  q.put(1);
  assertEqual(q.qsize(), 1);
  q.put(5);
  assertEqual(q.qsize(), 2);
  q.get();
  assertEqual(q.qsize(), 1);
  q.get();
  assertEqual(q.qsize(), 0);
  closeQueue(q);
}

function doTasks(q: JoinableQueue<number | null>): void {
  for (let task = q.get(); task !== null; task = q.get()) {
    time.sleep(DELTA);
    q.taskDone();
  }
}

export function testTaskDone(): void {
  const queue = new JoinableQueue<number | null>();
  const workers = [0, 1, 2, 3].map(() => new Process({ target: doTasks, args: [queue], daemon: true }));
  for (const p of workers) p.start();
  for (let i = 0; i < 10; i++) queue.put(i);
  queue.join();
  for (const _ of workers) queue.put(null);
  for (const p of workers) p.join();
  closeQueue(queue);
}

export function testTimeout(): void {
  const q = new mp.Queue();
  const start = time.monotonic();
  assertRaises(Empty, () => q.get(true, 0.2));
  assertGreaterEqual(time.monotonic() - start, 0.1);
  closeQueue(q);
}

class NotSerializable {
  reduceWasCalled = false;
  onQueueFeederErrorWasCalled = false;

  [reduce](): never {
    this.reduceWasCalled = true;
    throw new AttributeError();
  }
}

export function testQueueFeederDonotStopOnexc(): void {
  const q = new Queue<unknown>();
  q.put(new NotSerializable());
  q.put(true);
  assertTrue(q.get(true, LONG_TIMEOUT));
  closeQueue(q);

  const one = new Queue<unknown>(1);
  one.put(new NotSerializable());
  one.put(true);
  assertEqual(one.qsize(), 1);
  assertTrue(one.get(true, LONG_TIMEOUT));
  assertTrue(one.empty());
  closeQueue(one);
}

class SafeQueue extends mp.Queue<unknown> {
  override _onQueueFeederError(error: unknown, item: unknown): void {
    if (error instanceof AttributeError && item instanceof NotSerializable) item.onQueueFeederErrorWasCalled = true;
  }
}

export function testQueueFeederOnQueueFeederError(): void {
  const object = new NotSerializable();
  const q = new SafeQueue();
  q.put(object);
  q.put(true);
  assertTrue(q.get(true, LONG_TIMEOUT));
  assertTrue(object.reduceWasCalled);
  assertTrue(object.onQueueFeederErrorWasCalled);
}

export function testClosedQueuePutGetExceptions(): void {
  for (const q of [new mp.Queue<string>(), new mp.JoinableQueue<string>()]) {
    q.close();
    assertRaisesRegex(ValueError, /is closed/, () => q.put('foo'));
    assertRaisesRegex(ValueError, /is closed/, () => q.get());
  }
}

/** In CPython a module imports another that uses a queue; here the row's own module does so while it is being loaded. */
const whileLoading = new mp.Queue<string>();
whileLoading.put('knock knock');
const heard = whileLoading.get(true, 3);
whileLoading.close();

export function testNoImportLockContention(): void {
  assertEqual(heard, 'knock knock');
}
