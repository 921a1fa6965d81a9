import { repr } from 'builtins';

/*
 * What the golden programs share: values as Python prints them.
 */

/** Prints what a function gives, or the exception that it raises. */
export function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) { console.log(label, '->', `${(e as Error).name}:`, (e as Error).message); }
}

/** As Python's `str` has it. */
export function py(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return value;
  return r(value);
}

/** As Python's `repr` has it. */
export function r(value: unknown): string {
  if (typeof value === 'string') return value.includes("'") && !value.includes('"') ? `"${value}"` : `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  if (value instanceof Uint8Array) return `b'${[...value].map((b) => (b > 31 && b < 127 ? String.fromCharCode(b) : `\\x${b.toString(16).padStart(2, '0')}`)).join('')}'`;
  if (Array.isArray(value)) return `[${value.map(r).join(', ')}]`;
  if (value instanceof Map) return `{${[...value].map(([k, v]) => `${r(k)}: ${r(v)}`).join(', ')}}`;
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return `{${Object.entries(value).map(([k, v]) => `${r(k)}: ${r(v)}`).join(', ')}}`;
  if (value !== null && typeof value === 'object' && !(value instanceof Error)) return repr(value);
  return value === null || value === undefined || typeof value === 'boolean' ? py(value) : String(value);
}
