import { BaseException, literal } from '../errors/base-exception';
import { reprMethod } from './repr-method';

/** A value as Python's `repr` writes it: what a proxy shows of the value it stands for. */
export function pythonLiteral(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'None';
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      return literal(value);
    case 'object':
      return value === null ? 'None' : objectLiteral(value);
    default:
      return String(value);
  }
}

function objectLiteral(value: object): string {
  const own = (value as { [reprMethod]?: unknown })[reprMethod];
  if (typeof own === 'function') return String(Reflect.apply(own, value, []));
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  if (value instanceof Map) return dictLiteral([...value]);
  if (value instanceof Set) return value.size === 0 ? 'set()' : `{${[...value].map(pythonLiteral).join(', ')}}`;
  if (value instanceof BaseException) return `${value.name}(${value.args.map(pythonLiteral).join(', ')})`;
  if (value instanceof Error) return `${value.name}(${value.message === '' ? '' : literal(value.message)})`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return dictLiteral(Object.entries(value));
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- classes of the program say it as they like
  return String(value);
}

function dictLiteral(entries: readonly (readonly [unknown, unknown])[]): string {
  return `{${entries.map(([key, item]) => `${pythonLiteral(key)}: ${pythonLiteral(item)}`).join(', ')}}`;
}
