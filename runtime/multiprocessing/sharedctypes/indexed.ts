/**
 * The root of what is indexed, `a[i]`. JavaScript has no other way to say that than a proxy; it is the prototype's prototype, so
 * that only what an object does not have goes there: its methods are as fast as any.
 */
export abstract class Indexed {
  /** @internal */
  _get?(index: number): unknown;
  /** @internal */
  _set?(index: number, value: unknown): void;

  static {
    Object.setPrototypeOf(
      Indexed.prototype,
      new Proxy(Object.prototype, {
        get: (target, key, receiver: Indexed) =>
          isIndex(key) && receiver._get !== undefined
            ? receiver._get(indexOf(key))
            : (Reflect.get(target, key, receiver) as unknown),
        set: (target, key, value, receiver: Indexed) => {
          if (!isIndex(key) || receiver._set === undefined) return Reflect.set(target, key, value, receiver);
          receiver._set(indexOf(key), value);
          return true;
        },
      }),
    );
  }
}

const [ZERO, NINE, MINUS] = [0x30, 0x39, 0x2d];

function isIndex(key: string | symbol): key is string {
  if (typeof key !== 'string') return false;
  const first = key.charCodeAt(0);
  return (first >= ZERO && first <= NINE) || (first === MINUS && key.length > 1);
}

function indexOf(key: string): number {
  const index = Number(key);
  if (!Number.isInteger(index)) throw new TypeError('indices must be integers');
  return index;
}

/** Goes through what is indexed, element by element. */
export class ElementIterator<T> implements IterableIterator<T, undefined> {
  #next = 0;

  constructor(private readonly list: { readonly length: number; _get(index: number): unknown }) {}

  next(): IteratorResult<T, undefined> {
    if (this.#next >= this.list.length) return { value: undefined, done: true };
    return { value: this.list._get(this.#next++) as T, done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
