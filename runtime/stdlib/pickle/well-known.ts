/*
 * The functions and classes of the language, which every process has under the same name. They are taken when the
 * worker starts: a program may put something else in their place, in one process and not in the other.
 */

const CLASSES = [
  ...['Object', 'Function', 'Array', 'Number', 'Boolean', 'String', 'Symbol', 'BigInt', 'Date', 'Promise', 'RegExp'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['SuppressedError', 'ArrayBuffer', 'DataView', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Proxy', 'Iterator'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
];
const FUNCTIONS = [
  ...['parseFloat', 'parseInt', 'isFinite', 'isNaN', 'decodeURI', 'decodeURIComponent', 'encodeURI'],
  ...['encodeURIComponent', 'structuredClone', 'atob', 'btoa'],
];
const NAMESPACES = ['Math', 'JSON', 'Reflect'];

const roots = new Map<string, object>();
for (const name of [...CLASSES, ...FUNCTIONS, ...NAMESPACES]) {
  const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
  if (typeof value === 'function' || (typeof value === 'object' && value !== null)) roots.set(name, value);
}

/** The root of a name such as `Math.max`. */
export function wellKnownRoot(name: string): object | undefined {
  // A process makes its console after this module has been loaded.
  return name === 'console' ? globalThis.console : roots.get(name);
}

let names: Map<object, string> | null = null;

/** The name of a function or class of the language. */
export function wellKnownName(value: object): string | undefined {
  return (names ??= collect()).get(value);
}

function collect(): Map<object, string> {
  const collected = new Map<object, string>();
  const add = (value: unknown, name: string) => {
    if (typeof value === 'function' && !collected.has(value)) collected.set(value, name);
  };
  for (const [name, root] of roots) add(root, name);
  for (const [name, root] of [...roots, ['console', globalThis.console] as const]) {
    for (const [member, { value }] of Object.entries(Object.getOwnPropertyDescriptors(root))) {
      if (member !== 'constructor') add(value, `${name}.${member}`);
    }
    const prototype: unknown = Object.getOwnPropertyDescriptor(root, 'prototype')?.value;
    if (typeof prototype !== 'object' || prototype === null) continue;
    for (const [member, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (member !== 'constructor') add(value, `${name}.prototype.${member}`);
    }
  }
  return collected;
}
