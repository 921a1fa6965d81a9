import { AttributeError } from '../../errors';
import { threadId } from '../../process/thread-identity';

/**
 * An object whose attributes are different ones in each thread.
 *
 * @throws AttributeError - an attribute that this thread has not set.
 * @python threading.local - the constructor of a subclass runs once, in the thread that makes the object.
 * @see CPython 3.11 Lib/_threading_local.py
 * @example
 * import { local } from 'threading';
 *
 * const mine = new local();
 * mine.x = 1;
 * console.log(mine.x);
 */
export class local {
  [attribute: string]: unknown;

  constructor() {
    const own = new Map<number, object>();
    const attributes = (): object => {
      const id = threadId();
      let found = own.get(id);
      if (found === undefined) {
        found = Object.create(Object.getPrototypeOf(self) as object) as object;
        own.set(id, found);
      }
      return found;
    };
    const self: local = new Proxy(this, {
      get: (_, key) => {
        const found = attributes();
        if (Reflect.has(found, key) || typeof key === 'symbol') return Reflect.get(found, key, self) as unknown;
        throw new AttributeError(`'${self.constructor.name}' object has no attribute '${key}'`);
      },
      set: (_, key, value) => Reflect.set(attributes(), key, value),
      has: (_, key) => Reflect.has(attributes(), key),
      deleteProperty: (_, key) => Reflect.deleteProperty(attributes(), key),
      ownKeys: () => Reflect.ownKeys(attributes()),
      defineProperty: (_, key, descriptor) => Reflect.defineProperty(attributes(), key, { ...descriptor, configurable: true }),
      getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(attributes(), key),
    });
    return self;
  }
}
