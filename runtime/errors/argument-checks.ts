import { typeName } from './type-name';

/**
 * Refuses options that a call does not know, as Python refuses a keyword; JavaScript would take no notice of them.
 * @param call - as Python names it: `BaseContext.Pool`.
 */
export function checkKeywords(call: string, options: object, known: readonly string[]): void {
  // A program without type checks gives anything.
  if (typeof options !== 'object' || Symbol.iterator in options) {
    throw new TypeError(`${call}() takes its options as an object, { ${known.join(', ')} }, not '${typeName(options)}'`);
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`${call}() got an unexpected keyword argument '${name}'`);
  }
}

/**
 * The options of a call that takes a number, the first of them, or an object with all.
 * @param surplus - what came after it: must be nothing.
 */
export function numberOrOptions<O extends object>(
  call: string,
  argument: number | null | O,
  surplus: readonly unknown[],
  known: readonly [string, ...string[]],
): O {
  const options = typeof argument === 'object' && argument !== null ? argument : ({ [known[0]]: argument } as O);
  checkKeywords(call, options, known);
  if (surplus.length === 0) return options;
  throw new TypeError(`${call}() takes a number or an object, { ${known.join(', ')} }, and nothing after it`);
}

/** Refuses an object where yes or no is asked: `{ timeout: 1 }` would be a yes without a timeout. */
export function checkFlag(name: string, flag: unknown): void {
  if (typeof flag === 'object' && flag !== null) {
    throw new TypeError(
      `${name} must be true or false, not '${typeName(flag)}': arguments are given one by one, not as an object`,
    );
  }
}

/** Refuses what Python cannot unpack with `**`. */
export function checkMapping(kwds: unknown): void {
  if (typeof kwds !== 'object') throw new TypeError(`argument after ** must be a mapping, not ${typeName(kwds)}`);
}

/** Refuses what Python cannot use as an integer. */
export function checkInteger(value: unknown): void {
  if (!Number.isInteger(value)) throw new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** Refuses what Python cannot compare with an integer. */
export function checkComparable(value: unknown, operator: '<' | '<=' | '>'): void {
  if (typeof value !== 'number' && typeof value !== 'boolean') {
    throw new TypeError(`'${operator}' not supported between instances of '${typeName(value)}' and 'int'`);
  }
}
