import type { CodeWriter } from './code-writer';

/**
 * The code that stands for `using`. What must be disposed of is collected in a list for each block. There is no
 * function in it, as that would show in stack traces. Names need to be new but not different for each block.
 */
export class UsingTemplates {
  /** What takes the place of the variable in the head of a loop. */
  readonly item: string;
  readonly #suppressedError: string;
  readonly #values: string;
  readonly #errors: string;
  readonly #error: string;
  readonly #value: string;
  readonly #dispose: string;
  readonly #isAwaited: string;
  readonly #result: string;

  constructor(writer: CodeWriter) {
    this.item = writer.freshName('item');
    this.#suppressedError = writer.freshName('SuppressedError');
    this.#values = writer.freshName('values');
    this.#errors = writer.freshName('errors');
    this.#error = writer.freshName('error');
    this.#value = writer.freshName('value');
    this.#dispose = writer.freshName('dispose');
    this.#isAwaited = writer.freshName('isAwaited');
    this.#result = writer.freshName('result');
  }

  /** Not every engine has an error for what fails while another error is under way. */
  declareSuppressedError(): string {
    const assign = 'this.error = error; this.suppressed = suppressed;';
    const constructor = `constructor(error, suppressed, message) { super(message); ${assign} Error.captureStackTrace?.(this, new.target); }`;
    const fallback = `class SuppressedError extends Error { name = 'SuppressedError'; ${constructor} }`;
    return `const ${this.#suppressedError} = globalThis.SuppressedError ?? ${fallback};`;
  }

  open(): string {
    return ` const ${this.#values} = [], ${this.#errors} = []; try {`;
  }

  /** The statement that makes sure that what a variable holds is disposed of. */
  add(variable: string, isAwaited: boolean): string {
    const method = isAwaited ? `${variable}[Symbol.asyncDispose] ?? ${variable}[Symbol.dispose]` : `${variable}[Symbol.dispose]`;
    const wanted = isAwaited ? '[Symbol.asyncDispose]()' : '[Symbol.dispose]()';
    const complaint = JSON.stringify(`Cannot dispose of '${variable}': it has no ${wanted}`);
    const add = (dispose: string) => `${this.#values}.push([${variable}, ${dispose}, ${isAwaited}]);`;
    return (
      `if (${variable} !== null && ${variable} !== undefined) { const ${this.#dispose} = ${method}; ` +
      `if (typeof ${this.#dispose} !== 'function') throw new TypeError(${complaint}); ${add(this.#dispose)} }` +
      // Nothing to dispose of is awaited all the same.
      (isAwaited ? ` else ${add('null')}` : '')
    );
  }

  /** Disposes of everything, the last first, whatever happens on the way. */
  close(isAsync: boolean): string {
    const error = this.#error;
    const dispose = this.#dispose;
    const earlier = `${this.#errors}[0]`;
    const call = isAsync
      ? `const ${this.#result} = ${dispose}?.call(${this.#value}); if (${this.#isAwaited}) await ${this.#result};`
      : `${dispose}.call(${this.#value});`;
    const both = `new ${this.#suppressedError}(${error}, ${earlier}, 'An error was suppressed during disposal')`;
    return (
      `} catch (${error}) { ${this.#errors}.push(${error}); } finally { ` +
      `while (${this.#values}.length > 0) { const [${this.#value}, ${dispose}, ${this.#isAwaited}] = ${this.#values}.pop(); ` +
      `try { ${call} } catch (${error}) { ${earlier} = ${this.#errors}.length > 0 ? ${both} : ${error}; } } ` +
      `if (${this.#errors}.length > 0) throw ${earlier}; }`
    );
  }
}
