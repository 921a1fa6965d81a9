import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Python's modules, their names, and the members of those that are classes. */
export type PythonModules = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What CPython listed of itself (`python-names.py`). */
export const pythonNames = JSON.parse(readFileSync(join(import.meta.dirname, 'python-names.json'), 'utf8')) as {
  readonly python: string;
  readonly modules: PythonModules;
};
