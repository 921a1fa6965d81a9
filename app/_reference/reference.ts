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
  /** With its class, if it has one; the same on the page of the module. */
  readonly name: string;
  readonly python: string;
  readonly difference: string | null;
}

/** Python beside TypeScript: every class, function and method that says what it is in Python. */
export function nameRows(): NameRow[] {
  return referenceModules().flatMap(({ name: module, members }) =>
    members.flatMap((member) => [
      rowOf(module, member.name, pythonNameOf(module, member), member),
      ...member.members.flatMap((inner) =>
        inner.pythonName === null ? [] : [rowOf(module, `${member.name}.${inner.name}`, inner.pythonName, inner)],
      ),
    ]),
  );
}

function rowOf(module: string, name: string, python: string, { difference }: ReferenceMember): NameRow {
  return { module, name, python, difference };
}

/** Where it does not say, it has the same name in the module of the same name. */
function pythonNameOf(module: string, { name, kind, pythonName }: ReferenceMember): string {
  if (pythonName !== null) return pythonName;
  const snake = kind === 'class' ? name : name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return module === 'builtins' ? snake : `${module.replaceAll('/', '.')}.${snake}`;
}
