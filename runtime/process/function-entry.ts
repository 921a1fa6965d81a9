import type { Program } from './program';
import { withText } from './threads/faces';
import type { FunctionEntry, ModuleImage } from '../compiler/program-image';

/** A function's `__name__`: what stands behind the last dot of its qualified name. */
export function functionName({ modules }: Program, value: { readonly name: string }): string {
  for (const { image } of modules.values()) {
    const qualname = functionEntryOf(image, value)?.[2];
    if (qualname !== undefined) return qualname.slice(qualname.lastIndexOf('.') + 1);
  }
  return value.name === '' ? '<lambda>' : value.name;
}

/** What the compiler noted of a function or class of a module; null if it is not from there. */
export function functionEntryOf({ code, functions }: ModuleImage, value: object): FunctionEntry | null {
  const text = Function.prototype.toString.call(withText(value));
  const entries = functions.filter(([start, end]) => end - start === text.length && code.startsWith(text, start));
  // Of several with the same text the one that is called the same.
  const { name } = value as { name?: unknown };
  return entries.find(([, , qualname]) => qualname.slice(qualname.lastIndexOf('.') + 1) === name) ?? entries[0] ?? null;
}
