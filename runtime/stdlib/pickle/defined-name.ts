import type { LoadedModule } from '../../process/program';
import { sourceText } from './names';

/** The qualified name that the compiler gave to a function or class of a module; null if it is not from there. */
export function definedName({ code, functions }: LoadedModule['image'], value: object): string | null {
  const text = sourceText(value);
  const name = (value as { name?: unknown }).name;
  const qualnames = functions.filter(([start, end]) => isSameText(code, start, end, text)).map(([, , qualname]) => qualname);
  // Of several with the same text the one that is called the same.
  return qualnames.find((qualname) => qualname.slice(qualname.lastIndexOf('.') + 1) === name) ?? qualnames[0] ?? null;
}

/** The compiler counts `static` among the text of a static method, JavaScript does not. */
function isSameText(code: string, start: number, end: number, text: string): boolean {
  const before = end - text.length;
  if (before < start || !code.startsWith(text, before)) return false;
  return before === start || /^static\s+$/.test(code.slice(start, before));
}
