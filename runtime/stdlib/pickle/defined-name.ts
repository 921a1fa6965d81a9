import type { LoadedModule } from '../../process/program';
import { sourceText } from './names';

/** The qualified name that the compiler gave to a function or class of a module; null if it is not from there. */
export function definedName({ code, functions }: LoadedModule['image'], value: object): string | null {
  const text = sourceText(value);
  const name = (value as { name?: unknown }).name;
  const found = functions.filter(([start, end]) => end - start === text.length && code.startsWith(text, start));
  // Methods: their text begins with their name, and the compiler may count from the parenthesis on.
  const all = found.length > 0 ? found : functions.filter(([start, end]) => isMethod(text, code.slice(start, end)));
  const [first] = all;
  const best = all.find(([, , qualname]) => qualname.slice(qualname.lastIndexOf('.') + 1) === name) ?? first;
  return best?.[2] ?? null;
}

function isMethod(text: string, body: string): boolean {
  return body.startsWith('(') && text.endsWith(body) && /^[\w$#*\s[\]'"]+$/.test(text.slice(0, -body.length));
}
