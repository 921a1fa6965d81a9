import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from 'react';
import type { ReferenceMember, ReferenceModule } from './reference-schema';

/** Every module a program can import, from the docstrings of the library. Made by `npm run build:types`. */
export const referenceModules = cache((): readonly ReferenceModule[] => {
  return JSON.parse(readFileSync(join(process.cwd(), 'dist/reference.json'), 'utf8')) as ReferenceModule[];
});

export function referenceModule(name: string): ReferenceModule | undefined {
  return referenceModules().find((module) => module.name === name);
}

/** One row of the table of names. */
export interface NameRow {
  readonly module: string;
  readonly name: string;
  readonly python: string;
  readonly difference: string | null;
  readonly anchor: string;
}

/** Python beside TypeScript: every class, function and method that says what it is in Python. */
export function nameRows(): NameRow[] {
  return referenceModules().flatMap(({ name: module, members }) =>
    members.map((member) => ({
      module,
      name: member.name,
      python: pythonNameOf(module, member),
      difference: member.difference,
      anchor: member.name,
    })),
  );
}

/** Where it does not say, it has the same name in the module of the same name. */
function pythonNameOf(module: string, { name, kind, pythonName }: ReferenceMember): string {
  if (pythonName !== null) return pythonName;
  const snake = kind === 'class' ? name : name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return module === 'builtins' ? snake : `${module.replaceAll('/', '.')}.${snake}`;
}
