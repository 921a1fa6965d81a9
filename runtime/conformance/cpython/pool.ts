import { RuntimeError, ValueError, range } from 'builtins';
import { TimeoutError } from 'multiprocessing';
import { RemoteError } from 'multiprocessing/managers';
import { RemoteTraceback } from 'multiprocessing/pool';
import { reduce } from 'pickle';
import time from 'time';
import {
  LONG_TIMEOUT,
  TIMEOUT1,
  TIMEOUT2,
  TimingWrapper,
  assertEqual,
  assertGreater,
  assertIn,
  assertIs,
  assertIsInstance,
  assertRaises,
  assertTimingAlmostEqual,
  assertTrue,
  fail,
} from './assertions';
import * as variant from './variant';
import { Event, Pool, TYPE } from './variant';

/** What the sleeping tasks of a test that gives up on them take at least. */
const SHORT_TIMEOUT = 30;

function sqr(x: number, wait = 0, event: Event | null = null): number {
  if (event === null) time.sleep(wait);
  else event.wait(wait);
  return x * x;
}

function sqrOf({ x }: { x: number }): number {
  return sqr(x);
}

function square(x: number): number {
  return sqr(x);
}

function mul(x: number, y: number): number {
  return x * y;
}

function int(text: string): number {
  if (!/^\d+$/.test(text)) throw new ValueError(`invalid literal for int() with base 10: '${text}'`);
  return Number(text);
}

function raiseLargeValueError(wait: number): void {
  time.sleep(wait);
  throw new ValueError('x'.repeat(1024 ** 2));
}

class SayWhenError extends ValueError {}

function* exceptionThrowingGenerator(total: number, when: number): Generator<number> {
  if (when === -1) throw new SayWhenError('Somebody said when');
  for (let i = 0; i < total; i++) {
    if (i === when) throw new SayWhenError('Somebody said when');
    yield i;
  }
}

/** CPython's tests share a pool of four workers. */
function withPool(test: (pool: Pool) => void): void {
  const pool = new Pool(4);
  try {
    test(pool);
  } finally {
    pool.terminate();
    pool.join();
  }
}

/** The next item; the end is an exception in Python. */
function next<T>(iterator: Iterator<T, unknown>): T {
  const result = iterator.next();
  if (result.done === true) fail('StopIteration');
  return result.value;
}

function assertStops(iterator: Iterator<unknown, unknown>): void {
  assertIs(iterator.next().done, true);
}

function isDescending(a: number, b: number): number {
  return a - b;
}

export function testApply(): void {
  withPool((pool) => {
    assertEqual(pool.apply(sqr, [5]), sqr(5));
    assertEqual(pool.apply(sqrOf, [], { x: 3 }), sqr(3));
  });
}

export function testMap(): void {
  withPool((pool) => {
    assertEqual(pool.map(square, range(10)), range(10).map(square));
    assertEqual(pool.map(square, range(100), 20), range(100).map(square));
  });
}

function pairs(count: number): [number, number][] {
  return range(count).map((n) => [n, count - 1 - n]);
}

function products(tuples: [number, number][]): number[] {
  return tuples.map(([x, y]) => mul(x, y));
}

export function testStarmap(): void {
  withPool((pool) => {
    assertEqual(pool.starmap(mul, pairs(10)), products(pairs(10)));
    assertEqual(pool.starmap(mul, pairs(100), 20), products(pairs(100)));
  });
}

export function testStarmapAsync(): void {
  withPool((pool) => {
    assertEqual(pool.starmapAsync(mul, pairs(100)).get(), products(pairs(100)));
  });
}

export function testMapAsync(): void {
  withPool((pool) => {
    assertEqual(pool.mapAsync(square, range(10)).get(), range(10).map(square));
  });
}

interface Calls {
  readonly length: number;
  at(index: number): unknown;
}

/** What callbacks are called with; with a manager they run in its server. */
function recordedCalls(): [calls: Calls, record: (value: unknown) => unknown] {
  const { theManager } = variant as { theManager?: () => { list(): { append(value: unknown): void } & Calls } };
  if (theManager !== undefined) {
    const calls = theManager().list();
    return [calls, calls.append.bind(calls)];
  }
  const calls: unknown[] = [];
  return [calls, (value) => calls.push(value)];
}

export function testMapAsyncCallbacks(): void {
  withPool((pool) => {
    const [calls, record] = recordedCalls();
    pool.mapAsync(int, ['1'], null, { callback: record, errorCallback: record }).wait();
    assertEqual(1, calls.length);
    assertEqual([1], calls.at(0));
    pool.mapAsync(int, ['a'], null, { callback: record, errorCallback: record }).wait();
    assertEqual(2, calls.length);
    assertIsInstance(calls.at(1), ValueError);
  });
}

class Unpicklable {
  [reduce](): never {
    throw new RuntimeError('cannot pickle');
  }
}

export function testMapUnplicklable(): void {
  withPool((pool) => {
    assertRaises(RuntimeError, () => pool.map(square, Array<never>(10).fill(new Unpicklable() as never)));
  });
}

export function testMapChunksize(): void {
  withPool((pool) => {
    try {
      pool.mapAsync(square, [], 1).get(TIMEOUT1);
    } catch (error) {
      if (error instanceof TimeoutError) fail('pool.map_async with chunksize stalled on null list');
      throw error;
    }
  });
}

class SpecialIterable {
  readonly length = 1;

  [Symbol.iterator](): this {
    return this;
  }

  next(): never {
    throw new SayWhenError();
  }
}

export function testMapHandleIterableException(): void {
  withPool((pool) => {
    // At the very first of the iterable, twice.
    assertRaises(SayWhenError, () => pool.map(square, exceptionThrowingGenerator(1, -1), 1));
    assertRaises(SayWhenError, () => pool.map(square, exceptionThrowingGenerator(1, -1), 1));
    assertRaises(SayWhenError, () => pool.map(square, exceptionThrowingGenerator(10, 3), 1));
    assertRaises(SayWhenError, () => pool.map(square, new SpecialIterable(), 1));
    assertRaises(SayWhenError, () => pool.map(square, new SpecialIterable(), 1));
  });
}

export function testAsync(): void {
  withPool((pool) => {
    // From when it is given away: on a busy machine the task may be half done before its result is asked for.
    const getting = new TimingWrapper(() => pool.applyAsync(sqr, [7, TIMEOUT1]).get());
    assertEqual(getting.call(), 49);
    assertTimingAlmostEqual(getting.elapsed, TIMEOUT1);
  });
}

export function testAsyncTimeout(): void {
  const p = new Pool(3);
  const event = TYPE === 'threads' ? new Event() : null;
  try {
    const result = p.applyAsync(sqr, [6, TIMEOUT2 + SHORT_TIMEOUT, event]);
    const get = new TimingWrapper(() => result.get(TIMEOUT2));
    assertRaises(TimeoutError, () => get.call());
    assertTimingAlmostEqual(get.elapsed, TIMEOUT2);
  } finally {
    event?.set();
    p.terminate();
    p.join();
  }
}

export function testImap(): void {
  withPool((pool) => {
    let it: IterableIterator<number> = pool.imap(square, range(10));
    assertEqual([...it], range(10).map(square));

    it = pool.imap(square, range(10));
    for (const i of range(10)) assertEqual(next(it), i * i);
    assertStops(it);

    it = pool.imap(square, range(1000), 100);
    for (const i of range(1000)) assertEqual(next(it), i * i);
    assertStops(it);
  });
}

export function testImapHandleIterableException(): void {
  withPool((pool) => {
    for (let round = 0; round < 2; round++) {
      const first = pool.imap(square, exceptionThrowingGenerator(1, -1), 1);
      assertRaises(SayWhenError, () => first.next());
    }
    // [how many results come before, at which item, chunksize]
    for (const [good, total, when, size] of [
      [3, 10, 3, 1],
      [6, 20, 7, 2],
      [4, 20, 7, 4],
    ] as const) {
      const it = pool.imap(square, exceptionThrowingGenerator(total, when), size);
      for (const i of range(good)) assertEqual(next(it), i * i);
      assertRaises(SayWhenError, () => it.next());
    }
  });
}

export function testImapUnordered(): void {
  withPool((pool) => {
    assertEqual([...pool.imapUnordered(square, range(10))].sort(isDescending), range(10).map(square));
    assertEqual([...pool.imapUnordered(square, range(1000), 100)].sort(isDescending), range(1000).map(square));
  });
}

export function testImapUnorderedHandleIterableException(): void {
  withPool((pool) => {
    for (let round = 0; round < 2; round++) {
      const first = pool.imapUnordered(square, exceptionThrowingGenerator(1, -1), 1);
      assertRaises(SayWhenError, () => first.next());
    }
    for (const [total, when, size] of [
      [10, 3, 1],
      [20, 7, 2],
    ] as const) {
      const it = pool.imapUnordered(square, exceptionThrowingGenerator(total, when), size);
      const expected = range(total).map((n) => String(n * n));
      assertRaises(SayWhenError, () => {
        // When it comes cannot be foreseen.
        for (let i = 0; i < total; i++) {
          const value = String(next(it));
          assertIn(value, expected);
          expected.splice(expected.indexOf(value), 1);
        }
      });
    }
  });
}

export function testMakePool(): void {
  const expected = TYPE === 'manager' ? RemoteError : ValueError;
  assertRaises(expected, () => new Pool(-1));
  assertRaises(expected, () => new Pool(0));
  if (TYPE === 'manager') return;
  const p = new Pool(3);
  try {
    assertEqual(3, (p as unknown as { _pool: readonly unknown[] })._pool.length);
  } finally {
    p.close();
    p.join();
  }
}

export function testTerminate(): void {
  const p = new Pool(3);
  const args = Array<number>(10_000).fill(LONG_TIMEOUT * 60);
  p.mapAsync(time.sleep, args, 1);
  p.terminate();
  p.join();
}

export function testEmptyIterable(): void {
  const p = new Pool(1);
  assertEqual(p.map(square, []), []);
  assertEqual([...p.imap(square, [])], []);
  assertEqual([...p.imapUnordered(square, [])], []);
  assertEqual(p.mapAsync(square, []).get(), []);
  p.close();
  p.join();
}

export function testContext(): void {
  if (TYPE !== 'processes') return;
  const kept: Pool[] = [];
  {
    using p = new Pool(2);
    kept.push(p);
    assertEqual(p.mapAsync(square, range(10)).get(), range(10).map(square));
  }
  for (const p of kept) {
    p.join();
    assertRaises(ValueError, () => p.mapAsync(square, range(10)));
  }
}

function raiseWithComment(): void {
  throw new RuntimeError(123); // some comment
}

export function testTraceback(): void {
  // What the worker saw is part of what the parent prints: see `expectations`.
  if (TYPE !== 'processes') return;
  const p = new Pool(1);
  const exc = assertRaises(RuntimeError, () => p.apply(raiseWithComment));
  p.terminate();
  p.join();
  assertIs(exc.constructor, RuntimeError);
  assertEqual(exc.args, [123]);
  const cause = exc.cause;
  if (!(cause instanceof RemoteTraceback)) fail('the cause is no RemoteTraceback');
  assertIn('throw new RuntimeError(123); // some comment', cause.tb);

  // What the iterable raised has not come from a worker.
  const q = new Pool(1);
  const said = assertRaises(SayWhenError, () => q.map(square, exceptionThrowingGenerator(1, -1), 1));
  assertIs(said.constructor, SayWhenError);
  assertIs(said.cause, undefined);
  q.terminate();
  q.join();
  throw exc;
}

function raiseFoo(): void {
  throw new RuntimeError('foo');
}

export function testWrappedException(): void {
  const kept: Pool[] = [];
  {
    using p = new Pool(1);
    kept.push(p);
    assertRaises(RuntimeError, () => p.apply(raiseFoo));
  }
  for (const p of kept) p.join();
}

export function testMapNoFailfast(): void {
  const began = time.monotonic();
  assertRaises(ValueError, () => {
    using p = new Pool(2);
    try {
      p.map(raiseLargeValueError, [0, 1]);
    } finally {
      time.sleep(0.5);
      p.close();
      p.join();
    }
  });
  // All of them were waited for.
  assertGreater(time.monotonic() - began, 0.9);
}

export function testEnter(): void {
  const pool = new Pool(1);
  {
    using _ = pool;
  }
  assertRaises(ValueError, () => {
    using _ = pool;
  });
  pool.join();
  assertTrue(String(pool).includes('TERMINATE'));
}
