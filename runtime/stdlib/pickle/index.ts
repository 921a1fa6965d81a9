import { typeName } from '../../errors/type-name';
import { dumpPickle, loadPickle } from './pickle';

export * as default from './index';

export { PickleError, PicklingError, UnpicklingError } from './errors';
export { reduce } from './reduce';

/**
 * Turns a value into bytes, from which `loads` makes a copy of it, here or in another process.
 *
 * By value go undefined, null, booleans, numbers, bigints, strings, arrays, plain objects, Map, Set, Date, RegExp, Error,
 * ArrayBuffer, typed arrays and instances of top-level classes; references that are shared or go in a circle stay so.
 * Functions and classes go by name. Private `#fields` do not travel: see `reduce`.
 * @param value - what to pickle.
 * @throws PicklingError - a function or class cannot be found under its name.
 * @throws AttributeError - a function or class is defined inside a function.
 * @throws TypeError - a generator, promise, symbol, module, or another thing that lives in one process only.
 * @throws RuntimeError - a lock, queue or shared value, which travels only to a child at its start.
 * @python pickle.dumps - no protocol to choose; the format is our own.
 * @example
 * import { dumps, loads } from 'pickle';
 *
 * const copy = loads(dumps({ when: new Date(0), tags: new Set(['a']) }));
 * console.log(copy);
 */
export function dumps(value: unknown): Uint8Array {
  return dumpPickle(value).bytes;
}

/**
 * Makes the value that `dumps` turned into `bytes`. As in Python, only for bytes you trust: they may call any function.
 * @param bytes - a pickle; what follows it is ignored.
 * @throws UnpicklingError - these are no such bytes, or not all of them.
 * @throws EOFError - there are no bytes at all.
 * @throws AttributeError - the program has no function or class of a name in it.
 * @throws TypeError - `bytes` is something else.
 * @python pickle.loads
 * @example
 * import { dumps, loads } from 'pickle';
 *
 * console.log(loads(dumps([1, 2, 3])));
 */
export function loads(bytes: Uint8Array): unknown {
  if (!((bytes as unknown) instanceof Uint8Array)) {
    throw new TypeError(`a bytes-like object is required, not '${typeName(bytes)}'`);
  }
  return loadPickle(bytes);
}
