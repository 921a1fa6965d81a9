/** Static member of an exception's class: the module that a traceback names before it, where that is not `builtins`. */
export const pythonModule = Symbol('module');

/**
 * The root of Python's exceptions. What a program catches to catch everything is still `catch`; the library's own
 * catch-all code lets a BaseException that is no Exception through.
 * @param args - as in Python: one text is the message, several values are shown as a tuple. An object with nothing but
 *   `cause` at the end is JavaScript's way to say `raise … from …`.
 * @python BaseException
 */
export class BaseException extends Error {
  /** What the exception was made with. */
  readonly args: readonly unknown[];

  constructor(...args: readonly unknown[]) {
    const options = errorOptions(args.at(-1));
    const own = options === undefined ? args : args.slice(0, -1);
    super(textOf(own), options);
    this.args = own;
  }

  override get name(): string {
    return this.constructor.name;
  }

  override set name(name: string) {
    Object.defineProperty(this, 'name', { value: name, writable: true, configurable: true });
  }
}

/** @python Exception */
export class Exception extends BaseException {}

function errorOptions(value: unknown): ErrorOptions | undefined {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const names = Object.keys(value);
  return names.length === 1 && names[0] === 'cause' ? value : undefined;
}

function textOf(args: readonly unknown[]): string {
  if (args.length <= 1) return args.length === 0 ? '' : String(args[0]);
  return `(${args.map(literal).join(', ')})`;
}

/** A value as Python's `repr` shows simple ones. */
export function literal(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  return quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n') + quote;
}
