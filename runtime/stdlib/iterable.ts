import { typeName } from '../errors/type-name';

/**
 * What can be iterated, as it is.
 * @throws TypeError - it cannot.
 */
export function iterable<T>(value: Iterable<T>): Iterable<T> {
  const unchecked: unknown = value;
  const isIterable =
    typeof unchecked === 'string' || (typeof unchecked === 'object' && unchecked !== null && Symbol.iterator in unchecked);
  if (!isIterable) throw new TypeError(`'${typeName(unchecked)}' object is not iterable`);
  return value;
}

/** An object that stands for a dict: `{ key: value }`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(Symbol.iterator in value);
}
