import { AssertionError, Exception, repr } from 'builtins';
import mp from 'multiprocessing';
import time from 'time';
import { CHECK_TIMINGS } from './check-timings';
import { Process } from './variant';

/*
 * What unittest and CPython's suite for multiprocessing offer to tests.
 */

/** Short waits of the tests, in seconds, as CPython has them when it checks how long they took. */
export const TIMEOUT1 = 0.82;
export const TIMEOUT2 = 0.35;
export const TIMEOUT3 = 1.4;

/** How long a test sleeps for others to get somewhere. */
export const DELTA = 0.1;

/** How much earlier than asked a wait may end, by CPython's clocks. */
export const CLOCK_RES = 0.1;

export const LONG_TIMEOUT = 20;

export function fail(text: string): never {
  throw new AssertionError(text);
}

export function assertTrue(value: unknown, text = `${repr(value)} is not true`): void {
  if (!value) fail(text);
}

export function assertFalse(value: unknown, text = `${repr(value)} is not false`): void {
  if (value) fail(text);
}

/** Equal as Python's `==` is: numbers, texts, and what holds them, by value. */
export function assertEqual(first: unknown, second: unknown, text = `${repr(first)} != ${repr(second)}`): void {
  if (!isEqual(first, second)) fail(text);
}

export function assertNotEqual(first: unknown, second: unknown): void {
  if (isEqual(first, second)) fail(`${repr(first)} == ${repr(second)}`);
}

export function assertIs(first: unknown, second: unknown): void {
  if (first !== second) fail(`${repr(first)} is not ${repr(second)}`);
}

export function assertIsNone(value: unknown): void {
  if (value !== null) fail(`${repr(value)} is not None`);
}

export function assertIsInstance(value: unknown, type: abstract new (...args: never[]) => unknown): void {
  if (!(value instanceof type)) fail(`${repr(value)} is not an instance of ${type.name}`);
}

export function assertIn(member: string, container: string | readonly unknown[]): void {
  if (!container.includes(member)) fail(`${repr(member)} not found in ${repr(container)}`);
}

export function assertNotIn(member: unknown, container: readonly unknown[]): void {
  if (container.includes(member)) fail(`${repr(member)} unexpectedly found in ${repr(container)}`);
}

export function assertLess(first: number, second: number): void {
  if (!(first < second)) fail(`${first} not less than ${second}`);
}

export function assertGreater(first: number, second: number): void {
  if (!(first > second)) fail(`${first} not greater than ${second}`);
}

export function assertGreaterEqual(first: number, second: number): void {
  if (!(first >= second)) fail(`${first} not greater than or equal to ${second}`);
}

export function assertRegex(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) fail(`Regex didn't match: ${String(pattern)} not found in ${repr(text)}`);
}

/** Equal when the difference is rounded to so many decimal places. */
export function assertAlmostEqual(first: number, second: number, places = 7): void {
  const difference = Math.abs(first - second);
  if (Math.round(difference * 10 ** places) !== 0)
    fail(`${first} != ${second} within ${places} places (${difference} difference)`);
}

/**
 * How long something blocked: not less than it had to, and, where it is the machine's only work, not more by CPython's
 * tolerance of one decimal place.
 */
export function assertTimingAlmostEqual(elapsed: number, expected: number): void {
  if (CHECK_TIMINGS || elapsed < expected) assertAlmostEqual(elapsed, expected, 1);
}

type ErrorType = abstract new (...args: never[]) => Error;

/** The function must raise an exception of that type, which is the answer. */
export function assertRaises<E extends Error>(type: abstract new (...args: never[]) => E, f: () => unknown): E {
  try {
    f();
  } catch (error) {
    if (error instanceof type) return error;
    throw error;
  }
  fail(`${type.name} not raised`);
}

export function assertRaisesRegex(type: ErrorType, pattern: RegExp, f: () => unknown): void {
  assertRegex(assertRaises(type, f).message, pattern);
}

export function assertRaisesOneOf(types: readonly ErrorType[], f: () => unknown): Error {
  const error = assertRaises(Error, f);
  if (!types.some((type) => error instanceof type)) throw error;
  return error;
}

/** The value of a semaphore; null where it does not tell, as a proxy does not. */
export function valueOf(semaphore: object): number | null {
  const { getValue, _value } = semaphore as { getValue?: () => number; _value?: number };
  if (getValue !== undefined) return getValue.call(semaphore);
  return _value ?? null;
}

/** The semaphore has that value, where it tells. */
export function assertValue(value: number, semaphore: object): void {
  const actual = valueOf(semaphore);
  if (actual !== null) assertEqual(actual, value);
}

/** Calls functions and says how long the last call took, whether it returned or raised. */
export class TimingWrapper<A extends unknown[], R> {
  elapsed = 0;

  constructor(readonly f: (...args: A) => R) {}

  call(...args: A): R {
    const began = time.monotonic();
    try {
      return this.f(...args);
    } finally {
      this.elapsed = time.monotonic() - began;
    }
  }
}

/** Joins a child that has to end by itself. */
export function joinProcess(process: Process<never>): void {
  process.join(LONG_TIMEOUT);
  if (process.isAlive()) fail(`failed to join the process in ${LONG_TIMEOUT} seconds`);
}

/** A queue of processes is emptied in the background; a manager's has nothing to close. */
export function closeQueue(queue: object): void {
  if (!(queue instanceof mp.Queue)) return;
  queue.close();
  queue.joinThread();
}

/** Tries again and again, with longer and longer pauses, until it is so; CPython's `sleeping_retry`. */
export function waitUntil(isSo: () => boolean, seconds = LONG_TIMEOUT): void {
  const deadline = time.monotonic() + seconds;
  for (let pause = 0.01; !isSo(); pause = Math.min(pause * 2, 1)) {
    if (time.monotonic() > deadline) fail(`timed out after ${seconds} s`);
    time.sleep(pause);
  }
}

function isEqual(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null)
    return Object.is(first, second);
  if (ArrayBuffer.isView(first) || ArrayBuffer.isView(second) || isList(first) || isList(second)) {
    return isIterable(first) && isIterable(second) && areListsEqual([...first], [...second]);
  }
  if (first instanceof Map && second instanceof Map) {
    return first.size === second.size && [...first].every(([key, value]) => second.has(key) && isEqual(value, second.get(key)));
  }
  if (first instanceof Error || second instanceof Error) return false;
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every((name) => name in second && isEqual(Reflect.get(first, name), Reflect.get(second, name)))
  );
}

function isList(value: object): boolean {
  return globalThis.Array.isArray(value);
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

function areListsEqual(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((value, index) => isEqual(value, second[index]));
}

/** For tests that raise something of their own. */
export class TestError extends Exception {}
