import { EOFError, ValueError } from '../errors';
import { checkInteger } from '../errors/argument-checks';
import { current } from '../process/context';
import { formatValue } from '../process/format-value';
import { writeOutput } from '../process/stdio';
import { pythonLiteral } from './python-literal';
import { reprMethod } from './repr-method';

export * as default from './builtins';
export { BaseException, Exception } from '../errors/base-exception';
export * from '../errors/exceptions';
export * from '../errors/os-error';

/**
 * Reads a line that is typed in the terminal, waiting for it.
 * @param prompt - is written before, without a newline; default nothing.
 * @returns the line without its newline.
 * @throws EOFError - there is no more input: Ctrl+D was pressed, or this is a child, whose input is empty.
 * @throws KeyboardInterrupt - Ctrl+C was pressed.
 * @python input
 * @example
 * import { input } from 'builtins';
 * const name = input('name? ');
 * console.log(`hello ${name}`);
 */
export function input(prompt: unknown = ''): string {
  const text = typeof prompt === 'string' ? prompt : repr(prompt);
  if (text !== '') writeOutput('stdout', text);
  const line = current().input.readLine();
  if (line === '') throw new EOFError('EOF when reading a line');
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}

/**
 * Whole numbers from `start` up to but not including `stop`, as an array.
 * @param start - the first; with one argument, that is `stop`, and the first is 0.
 * @param stop - the end, not included.
 * @param step - from one to the next; default 1; may be negative.
 * @throws TypeError - an argument is no whole number.
 * @throws ValueError - the step is 0.
 * @python range - an array, not a lazy sequence.
 * @example
 * import { range } from 'builtins';
 * for (const i of range(3)) console.log(i);
 */
export function range(...limits: [stop: number] | [start: number, stop: number, step?: number]): number[] {
  const [first, second, step = 1] = limits;
  for (const value of [first, second ?? 0, step]) {
    checkInteger(value);
  }
  if (step === 0) throw new ValueError('range() arg 3 must not be zero');
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return Array.from({ length }, (_, index) => start + index * step);
}

/**
 * The UTF-8 bytes of a text, the given bytes, or that many zeros.
 * @param source - a text, bytes as numbers, or how many.
 * @throws ValueError - a number that is no byte, or a negative count.
 * @python bytes - UTF-8 need not be named.
 * @example
 * import { bytes } from 'builtins';
 * console.log(bytes('hi'));
 */
export function bytes(source: string | number | Iterable<number> = 0): Uint8Array<ArrayBuffer> {
  if (typeof source === 'string') return new TextEncoder().encode(source);
  if (typeof source === 'number') {
    if (source < 0) throw new ValueError('negative count');
    return new Uint8Array(source);
  }
  const values = [...source];
  if (values.some((value) => value < 0 || value > 255)) throw new ValueError('bytes must be in range(0, 256)');
  return Uint8Array.from(values);
}

/**
 * A text that says what a value is, for people who look for mistakes.
 * @param value - anything.
 * @python repr - of the library's objects and of errors, Python's text; of other values, Node's.
 * @example
 * import { repr } from 'builtins';
 * console.log(repr('text'));
 */
export function repr(value: unknown): string {
  const method = (value as { [reprMethod]?: unknown } | null | undefined)?.[reprMethod];
  if (typeof method === 'function') return String(Reflect.apply(method, value, []));
  return value instanceof Error ? pythonLiteral(value) : formatValue(value);
}
