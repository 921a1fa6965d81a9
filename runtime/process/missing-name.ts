import type { BuiltinModules } from './program';

/** Where a name that is exported by several modules is looked for first. */
const FIRST = ['multiprocessing', 'builtins'];

/** Python's names for what JavaScript writes in another way. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['print', 'console.log()'],
  ['len', '.length, or .size'],
  ['str', 'String()'],
  ['int', 'Number.parseInt()'],
  ['float', 'Number()'],
  ['None', 'null'],
  ['True', 'true'],
  ['False', 'false'],
  ['self', 'this'],
  ['__name__', "import.meta.main instead of __name__ === '__main__'"],
]);

/** What a process of a program does not have: it has no page and no network. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['process', "'sys' and 'os'"],
  ['alert', 'console.log()'],
  ['prompt', "input, from 'builtins'"],
  ['Worker', "Process, from 'multiprocessing'"],
]);

/** What to do about a name that is not defined, in the manner of CPython's suggestions; null when nothing is known. */
export function adviceOn(name: string, modules: BuiltinModules): string | null {
  const written = WRITTEN.get(name);
  if (written !== undefined) return `Write ${written}`;
  const elsewhere = ELSEWHERE.get(name);
  if (elsewhere !== undefined) return `A process has ${elsewhere} instead`;
  if (Object.hasOwn(modules, name)) return `Did you forget to import ${name} from '${name}'?`;
  const all = Object.keys(modules).filter((module) => !module.startsWith('_'));
  const home = [...FIRST, ...all].find((module) => name in (modules[module] ?? {}));
  return home === undefined ? null : `Did you forget to import { ${name} } from '${home}'?`;
}
