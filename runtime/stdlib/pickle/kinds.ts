import { SERVICES } from '../../process/globals';
import { isNative } from './names';
import { VIEWS } from './tags';

/** How the content of an object is written. */
export type Base =
  | 'fields'
  | 'array'
  | 'map'
  | 'set'
  | 'date'
  | 'regexp'
  | 'buffer'
  | 'error'
  | 'boxed'
  /** A typed array or DataView: its index in VIEWS. */
  | number;

/** What a prototype says about its objects. */
export type Kind =
  | { readonly base: Base; readonly owner: object | null }
  /** Python's name for the type of what cannot be pickled. */
  | { readonly refused: string };

const BASES = new Map<object, Base>([
  [Array.prototype, 'array'],
  [Map.prototype, 'map'],
  [Set.prototype, 'set'],
  [Date.prototype, 'date'],
  [RegExp.prototype, 'regexp'],
  [ArrayBuffer.prototype, 'buffer'],
  [Error.prototype, 'error'],
  [Number.prototype, 'boxed'],
  [String.prototype, 'boxed'],
  [Boolean.prototype, 'boxed'],
  [BigInt.prototype, 'boxed'],
]);
VIEWS.forEach((view, index) => {
  if (view !== undefined) BASES.set(view.prototype, index);
});

/** Classes of the platform whose objects are nothing but their message, stack and fields. */
const ERRORS: ReadonlySet<unknown> = new Set([
  ...[EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError],
  (globalThis as { SuppressedError?: unknown }).SuppressedError,
]);

/** Classes of the platform that Node has in JavaScript, as they are when the worker starts. It makes some only when asked. */
const SERVICE_CLASSES = new Map(SERVICES.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));

const PYTHON_NAMES: Readonly<Record<string, string>> = {
  Generator: 'generator',
  AsyncGenerator: 'async_generator',
  Module: 'module',
  Symbol: 'symbol',
};

const kinds = new WeakMap<object, Kind>();

export function kindOf(value: object, prototype: object): Kind {
  const known = kinds.get(prototype);
  if (known !== undefined) return known;
  const kind = classify(value, prototype);
  kinds.set(prototype, kind);
  return kind;
}

/** Python's name for the type of a thing of the platform. */
export function platformTypeName(value: object): string {
  const tag: unknown = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  const name = typeof tag === 'string' ? tag : (value.constructor as { name?: unknown } | undefined)?.name;
  return typeof name === 'string' ? (PYTHON_NAMES[name] ?? name) : 'object';
}

function classify(value: object, prototype: object): Kind {
  const base = BASES.get(prototype);
  if (base !== undefined) return { base, owner: null };
  const owner = classOf(prototype);
  if (owner === null) return { refused: platformTypeName(value) };
  let ancestor: object | null = prototype;
  for (; ancestor !== null && ancestor !== Object.prototype; ancestor = Object.getPrototypeOf(ancestor) as object | null) {
    const inherited = BASES.get(ancestor);
    if (inherited !== undefined) return { base: inherited, owner };
    if (isOfPlatform(classOf(ancestor))) return { refused: platformTypeName(value) };
  }
  return { base: 'fields', owner };
}

/** Objects of these classes hold more than can be seen. */
function isOfPlatform(owner: { readonly name: string } | null): boolean {
  if (owner === null || ERRORS.has(owner)) return false;
  if (isNative(owner)) return true;
  const descriptor = SERVICE_CLASSES.get(owner.name);
  const value: unknown = descriptor?.get === undefined ? descriptor?.value : Reflect.apply(descriptor.get, globalThis, []);
  return value === owner;
}

/** The class whose prototype this is. */
function classOf(prototype: object): (object & { readonly name: string }) | null {
  const owner: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return typeof owner === 'function' && owner.prototype === prototype ? owner : null;
}
