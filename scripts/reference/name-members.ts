import type { ReferenceMember, ReferenceModule } from '@/app/_reference/reference-schema';
import type { PythonModules } from './python-names';

/** `apply_async` is `applyAsync`; classes and constants keep their names. */
export function ourName(name: string): string {
  return /^[A-Z]/.test(name) ? name : name.replace(/(?<=[a-z])_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Methods and properties that Python's class of the same name has too: their docstrings need not say so. */
export function nameMembers(modules: readonly ReferenceModule[], python: PythonModules): ReferenceModule[] {
  return modules.map((module) => {
    const path = module.name.replaceAll('/', '.');
    const names = new Map(Object.entries(python[path] ?? {}));
    return { ...module, members: module.members.map((member) => withNames(member, path, names.get(member.name) ?? [])) };
  });
}

function withNames(owner: ReferenceMember, path: string, theirs: readonly string[]): ReferenceMember {
  const byOurs = new Map(theirs.map((name) => [ourName(name), name]));
  const members = owner.members.map((member) => {
    const name = byOurs.get(member.name);
    return member.pythonName !== null || name === undefined ? member : { ...member, pythonName: `${path}.${owner.name}.${name}` };
  });
  return { ...owner, members };
}
