import { AssertionError } from '../errors';
import { checkKeywords } from '../errors/argument-checks';
import { typeName } from '../errors/type-name';
import { iterable } from '../stdlib/iterable';

/** What a Process is made of. `args` and `kwargs` are checked against the parameters of `target`. */
export type ProcessOptions<A extends readonly unknown[]> = {
  /** What the process runs: a function of the program's top level. Default: nothing. */
  readonly target?: ((...args: A) => unknown) | null;
  /** Default: `Process-N`, counted by the process that makes it. */
  readonly name?: string;
  /** Killed when its parent ends? Default: as the process that makes it. */
  readonly daemon?: boolean | null;
} & (
  | ([] extends A
      ? { readonly args?: Readonly<A>; readonly kwargs?: undefined }
      : { readonly args: Readonly<A>; readonly kwargs?: undefined })
  | Keyword<A>
);

/** `kwargs` fills the last parameter, if that is an object. */
export type Keyword<A extends readonly unknown[]> =
  Required<A> extends [...infer P, infer K extends object]
    ? ([] extends P ? { readonly args?: Readonly<P> } : { readonly args: Readonly<P> }) & { readonly kwargs: K }
    : never;

/** The same without types, as the constructor gets to see it. */
export interface UncheckedOptions {
  readonly group?: unknown;
  readonly target?: unknown;
  readonly name?: unknown;
  readonly args?: unknown;
  readonly kwargs?: unknown;
  readonly daemon?: unknown;
}

const NAMES = ['group', 'target', 'name', 'args', 'kwargs', 'daemon'];

/** Python's own complaints about what the types would have refused. */
export function checkOptions(options: UncheckedOptions): void {
  // The first positional parameter of Python's is `group`.
  if (typeof options !== 'object') throw new AssertionError('group argument must be None for now');
  checkKeywords('BaseProcess.__init__', options, NAMES);
  if (options.group !== undefined && options.group !== null) {
    throw new AssertionError('group argument must be None for now');
  }
}

export function argumentsOf({ args }: UncheckedOptions): unknown[] {
  if (args === undefined || args === null) return [];
  return [...iterable(args as Iterable<unknown>)];
}

export function keywordsOf({ kwargs }: UncheckedOptions): object {
  if (kwargs === undefined || kwargs === null) return {};
  if (typeof kwargs !== 'object') throw new TypeError(`'${typeName(kwargs)}' object is not iterable`);
  return { ...kwargs };
}
