import { BaseException, Exception, literal } from './base-exception';

/**
 * Ends the process in an orderly way; what `sys.exit` raises. Passes through the library's catch-all code.
 * @python SystemExit
 */
export class SystemExit extends BaseException {
  /** The exit status, or what to print. null is success. */
  readonly code: unknown;

  constructor(...args: readonly unknown[]) {
    super(...args);
    this.code = args.length === 0 ? null : args.length === 1 ? args[0] : args;
  }
}

/**
 * Ctrl+C was pressed. Passes through the library's catch-all code.
 * @python KeyboardInterrupt
 */
export class KeyboardInterrupt extends BaseException {}

/** Something that must hold does not. */
export class AssertionError extends Exception {}
/** An object lacks an attribute. */
export class AttributeError extends Exception {}
/** Something cannot be imported. */
export class ImportError extends Exception {}
/** There is no such module. */
export class ModuleNotFoundError extends ImportError {}
/** The base of KeyError and IndexError. */
export class LookupError extends Exception {}
/** An index is out of range. */
export class IndexError extends LookupError {}
/** The base of the errors of arithmetic. */
export class ArithmeticError extends Exception {}
/** A number is too large for its place. */
export class OverflowError extends ArithmeticError {}
/** A division by zero. */
export class ZeroDivisionError extends ArithmeticError {}
/** The machine's memory is used up. */
export class MemoryError extends Exception {}
/** There will be no more input. */
export class EOFError extends Exception {}
/** None of the other errors fits. */
export class RuntimeError extends Exception {}
/** A method that a subclass must have, or that does not exist yet. */
export class NotImplementedError extends RuntimeError {}
/** An iterator is exhausted. */
export class StopIteration extends Exception {}
/** The right type but not the right value. */
export class ValueError extends Exception {}

/** A key is missing; its message is the key as `repr` shows it. */
export class KeyError extends LookupError {
  constructor(...args: readonly unknown[]) {
    super(...args);
    if (this.args.length === 1) Object.defineProperty(this, 'message', { value: literal(this.args[0]), configurable: true });
  }
}
