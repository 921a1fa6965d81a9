import { BaseException, Exception } from '../../errors';
import { current } from '../../process/context';
import { formatTraceback } from '../../process/traceback';
import { typeName } from '../../errors/type-name';
import { checkArity } from '../../stdlib/arity';
import { iterable } from '../../stdlib/iterable';
import { MaybeEncodingError } from './errors';

export type Callable = (...args: never[]) => unknown;

/** What a worker does with the payload. */
export const TaskKind = {
  /** [function, arguments, keywords] */
  call: 0,
  /** [function, items]: the function on each item */
  map: 1,
  /** [function, items]: the function on the arguments that each item is */
  starmap: 2,
  /** [error]: stands for an item that could not be had, because the iterable raised */
  raise: 3,
} as const;
export type TaskKind = (typeof TaskKind)[keyof typeof TaskKind];

export interface Task {
  readonly job: number;
  readonly index: number;
  readonly kind: TaskKind;
  readonly payload: readonly unknown[];
}

/** What came of a task: the value of a success; the error of a failure, with its traceback in the worker. */
export const OutcomeKind = { success: 0, failure: 1, failureWithTraceback: 2 } as const;
export type OutcomeKind = (typeof OutcomeKind)[keyof typeof OutcomeKind];

export interface Outcome {
  readonly kind: OutcomeKind;
  readonly value: unknown;
}

/** Does a task. May answer a promise. */
export function perform(kind: number, payload: readonly unknown[]): unknown {
  const [func, items] = payload as [Callable, readonly unknown[]];
  if (kind === TaskKind.raise) throw payload[0] as Error;
  if (typeof func !== 'function') throw new TypeError(`'${typeName(func)}' object is not callable`);
  if (kind === TaskKind.map) return performEach(func, items, false);
  if (kind === TaskKind.starmap) return performEach(func, items, true);
  const kwds = payload[2] as object;
  const args = Object.keys(kwds).length > 0 ? [...items, kwds] : items;
  return call(func, args);
}

function performEach(func: Callable, items: readonly unknown[], areArguments: boolean): unknown {
  const results: unknown[] = [];
  let isAsync = false;
  for (const item of items) {
    const result = call(func, areArguments ? [...iterable(item as Iterable<unknown>)] : [item]);
    isAsync ||= isThenable(result);
    results.push(result);
  }
  return isAsync ? Promise.all(results) : results;
}

function call(func: Callable, args: readonly unknown[]): unknown {
  checkArity(func, args.length);
  return Reflect.apply(func, undefined, args) as unknown;
}

/** @throws what ends the worker instead: `SystemExit`, `KeyboardInterrupt`. */
export function failure(kind: number, error: unknown, isWrapped: boolean): Outcome {
  if (error instanceof BaseException && !(error instanceof Exception)) throw error;
  if (!isWrapped || kind === TaskKind.raise || !(error instanceof Error)) return { kind: OutcomeKind.failure, value: error };
  const traceback = formatTraceback(error, current().program);
  return { kind: OutcomeKind.failureWithTraceback, value: [error, traceback] };
}

/** Instead of a result that cannot be sent. */
export function unsendable({ kind, value }: Outcome, error: unknown): Outcome {
  const sent = kind === OutcomeKind.failureWithTraceback ? (value as readonly unknown[])[0] : value;
  return { kind: OutcomeKind.failure, value: MaybeEncodingError.of(error, sent) };
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
