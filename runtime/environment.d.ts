/*
 * The global scope of a program, as its editor knows it: the language, and the few services that processes have. There
 * is no page, no network and no storage here.
 */

interface ImportMeta {
  /** True in the process that runs the program; false in the processes it starts. Python's `__name__ == '__main__'`. */
  readonly main: boolean;
}

interface Console {
  /** Writes a line to stdout: Python's `print`. */
  log(...data: unknown[]): void;
  /** Writes a line to stdout. */
  info(...data: unknown[]): void;
  /** Writes a line to stdout. */
  debug(...data: unknown[]): void;
  /** Writes a line to stdout that shows an object's content. */
  dir(item: unknown): void;
  /** Writes a line to stderr. */
  error(...data: unknown[]): void;
  /** Writes a line to stderr. */
  warn(...data: unknown[]): void;
  /** Writes a line to stderr when the condition does not hold. */
  assert(condition: unknown, ...data: unknown[]): void;
  /** Counts how often it was called with this label, and writes it to stdout. */
  count(label?: string): void;
  /** Indents the following lines. */
  group(...data: unknown[]): void;
  /** Ends the indentation. */
  groupEnd(): void;
}
declare const console: Console;

interface Performance {
  /** Milliseconds since `timeOrigin`. */
  now(): number;
  /** When this process's worker began, in milliseconds since 1970. */
  readonly timeOrigin: number;
}
declare const performance: Performance;

/** Calls a function after a while. The process lives until then. A blocking call holds it up. */
declare function setTimeout<A extends unknown[]>(handler: (...args: A) => void, milliseconds?: number, ...args: A): number;
declare function clearTimeout(id: number | undefined): void;
/** Calls a function again and again. The process lives until it is cleared. */
declare function setInterval<A extends unknown[]>(handler: (...args: A) => void, milliseconds?: number, ...args: A): number;
declare function clearInterval(id: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
/** A deep copy. */
declare function structuredClone<T>(value: T): T;
/** Encodes a text of characters up to U+00FF as Base64. */
declare function btoa(data: string): string;
declare function atob(data: string): string;

declare class TextEncoder {
  /** The UTF-8 bytes of a text. */
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  /** The text of some bytes. */
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { readonly stream?: boolean }): string;
}

interface Crypto {
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  randomUUID(): string;
}
declare const crypto: Crypto;
