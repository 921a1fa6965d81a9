/*
 * What a program finds in its global scope: the language and a few harmless services. Everything that could reach out
 * of the worker is taken away. That is a courtesy, so that such an attempt fails with a clear ReferenceError; the wall
 * is the box's Content-Security-Policy and its opaque origin.
 */

/** What of the platform a program keeps beside its language. */
export const SERVICES = [
  'console',
  'performance',
  'TextEncoder',
  'TextDecoder',
  'structuredClone',
  'queueMicrotask',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'atob',
  'btoa',
  'crypto',
  'URL',
  'URLSearchParams',
  'AbortController',
  'AbortSignal',
  'DOMException',
  'Event',
  'EventTarget',
  'WebAssembly',
];

const LANGUAGE = [
  ...['Object', 'Function', 'Array', 'Number', 'parseFloat', 'parseInt', 'Infinity', 'NaN', 'undefined', 'Boolean'],
  ...['String', 'Symbol', 'Date', 'Promise', 'RegExp', 'Error', 'AggregateError', 'EvalError', 'RangeError'],
  ...['ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'SuppressedError', 'globalThis', 'JSON', 'Math', 'Intl'],
  ...['ArrayBuffer', 'Atomics', 'SharedArrayBuffer', 'DataView', 'BigInt', 'Map', 'Set', 'WeakMap', 'WeakSet'],
  ...['WeakRef', 'FinalizationRegistry', 'Proxy', 'Reflect', 'Iterator', 'AsyncIterator', 'decodeURI', 'escape'],
  ...['decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'unescape', 'eval', 'isFinite', 'isNaN'],
  ...['Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array', 'Uint32Array', 'Int32Array', 'Float16Array'],
  ...['Float32Array', 'Float64Array', 'Uint8ClampedArray', 'BigUint64Array', 'BigInt64Array', 'Temporal'],
  ...['DisposableStack', 'AsyncDisposableStack'],
];

const ALLOWED: ReadonlySet<PropertyKey> = new Set([...LANGUAGE, ...SERVICES, 'constructor', 'self']);

/** Members of EventTarget and Object stay where they are; what a worker's scope adds goes. */
export function restrictGlobals(scope: object): void {
  for (
    let owner: object | null = scope;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    if (Object.hasOwn(owner, 'addEventListener')) continue;
    for (const name of Reflect.ownKeys(owner)) {
      if (!ALLOWED.has(name) && typeof name === 'string') remove(owner, name);
    }
  }
}

function remove(owner: object, name: string): void {
  if (Reflect.deleteProperty(owner, name)) return;
  // Not configurable: shadow it where that is possible.
  Reflect.defineProperty(owner, name, { value: undefined });
}
