import { AttributeError } from '../../errors';
import { addressOf } from './address';
import { PicklingError } from './errors';

/** Where a function or class is found. */
export interface GlobalName {
  /** As Python would call it: `__main__`, `multiprocessing`, `builtins`. */
  readonly module: string;
  /** `f`, `C.make`, `Math.max`. */
  readonly qualname: string;
}

/** What the pickler must know of the program: which functions and classes have a name. */
export interface Names {
  /** Where the very object can be found, or null. */
  nameOf(value: object): GlobalName | null;
  /**
   * @throws ModuleNotFoundError - there is no such module.
   * @throws AttributeError - it has no such name.
   */
  find(module: string, qualname: string): unknown;
  /** What a function or class was called where it was defined, findable or not. */
  describe(value: object): GlobalName;
  isModule(value: object): boolean;
}

/**
 * The name under which a function or class travels.
 * @throws AttributeError - it was defined inside a function.
 * @throws PicklingError - its name leads nowhere, or to something else.
 */
export function requireName(names: Names, value: object, name?: string): GlobalName {
  const known = name === undefined ? names.nameOf(value) : null;
  if (known !== null) return known;
  const described = names.describe(functionOf(value));
  const module = described.module;
  const qualname = name ?? described.qualname;
  if (qualname.includes('<locals>')) throw new AttributeError(`Can't pickle local object '${qualname}'`);
  let found: unknown;
  try {
    found = names.find(module, qualname);
  } catch {
    throw new PicklingError(`Can't pickle ${nameless(names, value)}: attribute lookup ${qualname} on ${module} failed`);
  }
  if (found === value) return { module, qualname };
  throw new PicklingError(`Can't pickle ${nameless(names, value)}: it's not the same object as ${module}.${qualname}`);
}

/** A value as Python's default `repr` shows it. */
export function nameless(names: Names, value: object): string {
  const { module, qualname } = names.describe(functionOf(value));
  if (typeof value !== 'function') return `<${module}.${qualname} object at ${addressOf(value)}>`;
  return isClass(value) ? `<class '${module}.${qualname}'>` : `<function ${qualname} at ${addressOf(value)}>`;
}

/** The thing itself, or the class that a thing is of. */
function functionOf(value: object): object {
  return typeof value === 'function' ? value : value.constructor;
}

const sourceOf = Function.prototype.toString;

export function isClass(value: object): boolean {
  return sourceText(value).startsWith('class');
}

/** Is it part of the platform, or bound? */
export function isNative(value: object): boolean {
  return /\{\s*\[native code\]\s*\}$/.test(sourceText(value));
}

/** The text a function was made from, whatever its own `toString` says. */
export function sourceText(value: object): string {
  return Reflect.apply<object, [], string>(sourceOf, value, []);
}
