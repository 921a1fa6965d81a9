import type { ExportNamedDeclaration, Identifier, Literal, Program } from 'acorn';
import { namespaceOf } from './namespaces';
import { boundNames } from './tree';

/** What a module exports by name, and the modules whose exports it passes on. */
export interface ExportedNames {
  readonly own: ReadonlySet<string>;
  /** Specifiers of `export *`. */
  readonly stars: readonly string[];
}

/** Answers what a file of the program exports, and which file that comes from if it is passed on by `export *`. */
export type ExportsOf = (file: string) => ReadonlyMap<string, string>;

export function exportedNames(program: Program): ExportedNames {
  const own = new Set<string>();
  const stars: string[] = [];
  for (const statement of program.body) {
    if (statement.type === 'ExportDefaultDeclaration') own.add('default');
    else if (statement.type === 'ExportAllDeclaration') {
      if (statement.exported) own.add(textOf(statement.exported));
      else stars.push(String(statement.source.value));
    } else if (statement.type === 'ExportNamedDeclaration') {
      for (const name of declaredNames(statement)) own.add(name);
      for (const { exported } of statement.specifiers) own.add(textOf(exported));
    } else for (const name of exportedNamespace(statement)) own.add(name);
  }
  return { own, stars };
}

/** The name of an exported namespace. */
export function exportedNamespace(statement: Program['body'][number]): string[] {
  const namespace = namespaceOf(statement);
  return namespace?.isExported === true ? namespace.path.slice(0, 1) : [];
}

/** What an exported declaration declares. */
export function declaredNames({ declaration }: ExportNamedDeclaration): string[] {
  const names: string[] = [];
  if (declaration?.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) boundNames(id, (name) => names.push(name));
  } else if (declaration) names.push(declaration.id.name);
  return names;
}

export function textOf(name: Identifier | Literal): string {
  return name.type === 'Identifier' ? name.name : String(name.value);
}
