import { internalModules, knownModules } from './known-modules';

/** What an import names: a module of the library, or a file of the program. */
export type Resolution =
  | { readonly kind: 'library'; readonly name: string }
  | { readonly kind: 'program'; readonly name: string }
  | { readonly kind: 'missing'; readonly hint: string };

const LIBRARY: ReadonlySet<string> = new Set([...knownModules, ...internalModules]);

/** @param from - the file that imports; relative specifiers start there. */
export function resolve(specifier: string, from: string, files: ReadonlySet<string>): Resolution {
  if (LIBRARY.has(specifier)) return { kind: 'library', name: specifier };
  if (!/^\.{1,2}\//.test(specifier)) return { kind: 'missing', hint: hintForModule(specifier, files) };
  const path = join(from, specifier);
  const name = path === null ? undefined : candidates(path).find((candidate) => files.has(candidate));
  return name === undefined ? { kind: 'missing', hint: hintForFile(files) } : { kind: 'program', name };
}

/** As TypeScript resolves: with or without the extension, or the extension that the JavaScript would have. */
function candidates(path: string): string[] {
  return [path, `${path}.ts`, path.replace(/\.js$/, '.ts'), `${path}/index.ts`];
}

/** Null if it leads out of the program. */
function join(from: string, specifier: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '.' && part !== '..' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function hintForModule(specifier: string, files: ReadonlySet<string>): string {
  const asPath = specifier.replaceAll('.', '/');
  if (LIBRARY.has(asPath)) return `Did you mean '${asPath}'?`;
  if (candidates(specifier).some((candidate) => files.has(candidate))) return `Did you mean './${specifier}'?`;
  return `A program can import: ${knownModules.join(', ')}.`;
}

function hintForFile(files: ReadonlySet<string>): string {
  return `The program has: ${[...files].sort().join(', ')}.`;
}
