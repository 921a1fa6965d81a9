import { repr } from '../../stdlib/builtins';

/**
 * A place for attributes.
 * @python multiprocessing.dummy.Namespace
 */
export class Namespace {
  [attribute: string]: unknown;

  constructor(attributes: object = {}) {
    Object.assign(this, attributes);
  }

  toString(): string {
    const shown = Object.entries(this).filter(([name]) => !name.startsWith('_'));
    return `Namespace(${shown
      .map(([name, value]) => `${name}=${repr(value)}`)
      .sort()
      .join(', ')})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * A value that threads share, which they would do anyway.
 * @python multiprocessing.dummy.Value
 */
export class Value<T = unknown> {
  readonly #typecode: string;

  constructor(
    typecode: string,
    /** The value itself. */
    public value: T,
    _options: object = {},
  ) {
    this.#typecode = typecode;
  }

  toString(): string {
    return `<${this.constructor.name}(${repr(this.#typecode)}, ${repr(this.value)})>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * An array of numbers, which threads share anyway.
 * @param typecode - is only shown.
 * @param sequence - what is in it, or how many zeros.
 * @python multiprocessing.dummy.Array
 */
export class SharedArray extends globalThis.Array<number> {
  readonly #typecode: string;

  constructor(typecode: string, sequence: number | Iterable<number>, _options: object = {}) {
    super();
    this.#typecode = typecode;
    this.push(...(typeof sequence === 'number' ? globalThis.Array.from({ length: sequence }, () => 0) : sequence));
  }

  /** What is made of it, as by `map`, is a plain array. */
  static override get [Symbol.species](): ArrayConstructor {
    return globalThis.Array;
  }

  override toString(): string {
    return `array(${repr(this.#typecode)}, [${[...this].join(', ')}])`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * A plain Map.
 * @python multiprocessing.dummy.dict
 */
export function dict<K, V>(entries: Iterable<readonly [K, V]> | object = []): Map<K, V> {
  return new Map((Symbol.iterator in entries ? entries : Object.entries(entries)) as Iterable<readonly [K, V]>);
}

/**
 * A plain array.
 * @python multiprocessing.dummy.list
 */
export function list<T>(items: Iterable<T> = []): T[] {
  return [...items];
}
