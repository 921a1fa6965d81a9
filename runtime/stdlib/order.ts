import { typeName } from '../errors/type-name';
import { pythonLiteral } from './python-literal';

/*
 * How Python compares values. Lists, which are its tuples too, are compared item by item; an object of a class is what its
 * `valueOf` says.
 */

/**
 * Below zero if the first comes before the second, above if after.
 * @throws TypeError - Python has no order for the two.
 */
export function compare(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    const differing = a.findIndex((item, index) => index >= b.length || !areEqual(item, b[index]));
    if (differing === -1 || differing >= b.length) return a.length - b.length;
    return compare(a[differing], b[differing]);
  }
  const [x, y] = [plain(a), plain(b)];
  if (!(isNumber(x) && isNumber(y)) && !(typeof x === 'string' && typeof y === 'string')) {
    throw new TypeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
  }
  return x < y ? -1 : x > y ? 1 : 0;
}

/** By what they hold. */
export function areEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && pythonLiteral(a) === pythonLiteral(b));
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? value.valueOf() : value;
}

function isNumber(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}
