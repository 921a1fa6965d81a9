import type { Steps } from '../../stdlib/threading/steps';

const GeneratorFunction = Object.getPrototypeOf(function* () {}) as object;

/** Does it take steps, because it may have to wait? */
export function isStepwise(value: unknown): value is (...args: unknown[]) => Steps<unknown> {
  return typeof value === 'function' && Object.prototype.isPrototypeOf.call(GeneratorFunction, value);
}

/** Names of the methods of an object that do not begin with an underscore. */
export function publicMethods(object: object): string[] {
  const names = new Set<string>();
  for (
    let level: object | null = object;
    level !== null && level !== Object.prototype;
    level = Object.getPrototypeOf(level) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      const value: unknown = Object.getOwnPropertyDescriptor(level, name)?.value;
      if (typeof value !== 'function' || name === 'constructor') continue;
      if (!name.startsWith('_')) names.add(name);
      else if (isStepwise(value)) names.add(name.slice(1));
    }
  }
  names.delete('toString');
  names.delete('getvalue');
  return [...names];
}
