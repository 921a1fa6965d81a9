/** What a manager can make: one entry for each typeid. */
export type Registry = Record<string, Registration>;

export interface Registration {
  /** A class or a function that makes the object, in the server; null for objects that the server makes of results. */
  readonly callable: ((...args: never[]) => unknown) | (new (...args: never[]) => object) | null;
  /** Methods that clients may call; null: all that do not begin with an underscore. */
  readonly exposed: readonly string[] | null;
  /** Methods whose results stay in the server, and what those are. */
  readonly methodToTypeid: Readonly<Record<string, string>>;
}

/** The object of a new entry of the server. */
export function makeObject({ callable }: Registration, args: readonly unknown[]): object {
  if (callable === null) {
    const [object] = args;
    if (args.length !== 1) throw new TypeError('Without callable, must have one non-keyword argument');
    return object as object;
  }
  if (isClass(callable)) return new callable(...args);
  return Reflect.apply(callable as () => object, undefined, args as []);
}

function isClass(callable: object): callable is new (...args: unknown[]) => object {
  return Function.prototype.toString.call(callable).startsWith('class');
}
