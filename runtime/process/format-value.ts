import { format, inspect } from 'node-inspect-extracted';
import { BaseException } from '../errors';
import { current } from './context';
import { framesOf, positionOf } from './stack';

const custom = Symbol.for('nodejs.util.inspect.custom');

/** What `console.log` writes for its arguments, without the newline: Node's format. */
export function formatLine(args: readonly unknown[]): string {
  const [first] = args;
  if (args.length === 1 && typeof first === 'string') return first;
  // The formatter looks for % in the first text; without one, texts and whole numbers need no formatter.
  if (typeof first === 'string' && !first.includes('%') && args.every(isPlain)) return args.join(' ');
  return format(...args);
}

/** One value as Node shows it inside others: texts in quotes. */
export function formatValue(value: unknown): string {
  return inspect(value);
}

/** Lets errors show the learner's lines instead of those of the compiled code. */
export function installErrorFormat(): void {
  Object.defineProperty(Error.prototype, custom, {
    value: function (this: Error, _depth: number, _options: unknown, show: typeof inspect) {
      return describeError(this, show);
    },
    configurable: true,
    writable: true,
  });
}

function describeError(error: Error, show: typeof inspect): string {
  const title = error.message === '' ? error.name : `${error.name}: ${error.message}`;
  const lines = framesOf(error, current().program).map((frame) => `\n    at ${frame.name} (${positionOf(frame)})`);
  const details = detailsOf(error);
  const more = Object.keys(details).length === 0 ? '' : ` ${show(details)}`;
  return `${title}${lines.join('')}${more}`;
}

function detailsOf(error: Error): Record<string, unknown> {
  // The fields of Python's exceptions are in their text.
  const details: Record<string, unknown> = error instanceof BaseException ? {} : Object.fromEntries(Object.entries(error));
  if (error.cause !== undefined) details['[cause]'] = error.cause;
  if (error instanceof AggregateError) details['[errors]'] = error.errors;
  return details;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || (Number.isInteger(value) && !Object.is(value, -0));
}
