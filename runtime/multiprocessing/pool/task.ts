import { BaseException, Exception } from '../../errors';
import { literal } from '../../errors/base-exception';
import { current } from '../../process/context';
import { formatTraceback } from '../../process/traceback';
import { repr } from '../../stdlib/builtins';
import { typeName } from '../../stdlib/type-name';
import { checkArity } from '../arity';
import { internal } from '../reduction';
import { MaybeEncodingError, RemoteTraceback } from './errors';

/** What travels to a worker. */
export type Task = readonly [job: number, index: number, func: Callable, args: readonly unknown[], kwds: object];

/** What comes back. An error comes with its traceback. */
export type Outcome = readonly [job: number, index: number, success: boolean, value: unknown, traceback: string | null];

export type Callable = (...args: never[]) => unknown;

/** Calls a task's function. May answer a promise. */
export function callTask([, , func, args, kwds]: Task): unknown {
  if (typeof func !== 'function') throw new TypeError(`'${typeName(func)}' object is not callable`);
  const all = Object.keys(kwds).length > 0 ? [...args, kwds] : args;
  checkArity(func, all.length);
  return Reflect.apply(func, undefined, all) as unknown;
}

export function succeeded([job, index]: Task, value: unknown): Outcome {
  return [job, index, true, value, null];
}

/** @throws what ends the worker instead: `SystemExit`, `KeyboardInterrupt`. */
export function failed([job, index, func]: Task, error: unknown, wrap: boolean): Outcome {
  if (error instanceof BaseException && !(error instanceof Exception)) throw error;
  const isWrapped = wrap && func !== raise && error instanceof Error;
  return [job, index, false, error, isWrapped ? formatTraceback(error, current().program) : null];
}

/** Instead of a result that cannot be sent. */
export function unsendable([job, index, , value]: Outcome, error: unknown): Outcome {
  return [job, index, false, new MaybeEncodingError(describe(error), describe(value)), null];
}

/** What the parent makes of an error that came back. */
export function withCause(error: unknown, traceback: string | null): unknown {
  if (traceback === null || !(error instanceof Error)) return error;
  const cause = new RemoteTraceback(`\n"""\n${traceback}"""`);
  Object.defineProperty(error, 'cause', { value: cause, configurable: true, writable: true });
  return error;
}

/** A chunk of `map`: the function on each of several items. May answer a promise. */
export const mapStar = internal('mapstar', (func: Callable, items: readonly unknown[]): unknown => {
  return gather(func, items, (item) => Reflect.apply(func, undefined, [item]) as unknown);
});

/** A chunk of `starmap`. */
export const starmapStar = internal('starmapstar', (func: Callable, items: readonly Iterable<unknown>[]): unknown => {
  return gather(func, items, (item) => Reflect.apply(func, undefined, [...item]) as unknown);
});

/** Stands for an item that could not be had, because the iterable raised. */
export const raise = internal('helperReraisesException', (error: unknown): never => {
  throw error as Error;
});

function gather<T>(func: unknown, items: readonly T[], call: (item: T) => unknown): unknown {
  if (typeof func !== 'function') throw new TypeError(`'${typeName(func)}' object is not callable`);
  const results: unknown[] = [];
  let isAsync = false;
  for (const item of items) {
    const result = call(item);
    isAsync ||= isThenable(result);
    results.push(result);
  }
  return isAsync ? Promise.all(results) : results;
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function describe(value: unknown): string {
  return value instanceof Error ? `${value.name}(${value.message === '' ? '' : literal(value.message)})` : repr(value);
}
