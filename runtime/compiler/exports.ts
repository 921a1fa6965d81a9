import type { AnyNode, ExportNamedDeclaration, Identifier, Literal, Program } from 'acorn';
import type { CodeWriter } from './code-writer';
import { libraryMember, memberOf, type Source, type Sources } from './imports';
import type { ParsedModule } from './parse';
import { boundNames, isDefinition } from './tree';

/** What a module exports by name, and the modules whose exports it passes on. */
export interface ExportedNames {
  readonly own: ReadonlySet<string>;
  /** Specifiers of `export *`. */
  readonly stars: readonly string[];
}

/** Answers the exports of a file of the program, with those it passes on. */
export type ExportsOf = (file: string) => ReadonlySet<string>;

export interface RewrittenExports {
  /** The statement that publishes the exports. */
  readonly publish: string;
  /** What the code calls a function or class that is exported by default and has no name of its own. */
  readonly defaultName: string | null;
  /** Statements that need what is imported. */
  readonly afterImports: readonly string[];
}

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
    }
  }
  return { own, stars };
}

/** Takes `export` out of the module and publishes what it exports as getters, before anything else runs. */
export function rewriteExports(
  parsed: ParsedModule,
  writer: CodeWriter,
  sources: Sources,
  live: ReadonlyMap<string, string>,
  exportsOf: ExportsOf,
): RewrittenExports {
  const getters = new Map<string, string>();
  const afterImports: string[] = [];
  let defaultName: string | null = null;
  const { own } = exportedNames(parsed.program);
  for (const statement of parsed.program.body) {
    if (statement.type === 'ExportDefaultDeclaration') {
      const name = rewriteDefault(statement, parsed, writer);
      getters.set('default', name);
      if (isNameless(statement.declaration)) defaultName = name;
    } else if (statement.type === 'ExportNamedDeclaration') {
      for (const name of declaredNames(statement)) getters.set(name, name);
      if (statement.declaration) writer.edits.replace(statement.start, statement.declaration.start, '');
      else writer.erase(statement.start, statement.end);
      const source = statement.source
        ? sources.of(String(statement.source.value), statement.source.start, statement.start)
        : null;
      for (const { local, exported } of statement.specifiers) {
        const name = textOf(local);
        getters.set(textOf(exported), source === null ? (live.get(name) ?? name) : memberOfSource(source, name));
      }
    } else if (statement.type === 'ExportAllDeclaration') {
      writer.erase(statement.start, statement.end);
      const source = sources.of(String(statement.source.value), statement.source.start, statement.start);
      if (statement.exported) getters.set(textOf(statement.exported), source.variable);
      else if (source.kind === 'program') {
        for (const name of exportsOf(source.module)) {
          if (name !== 'default' && !own.has(name)) getters.set(name, memberOf(source.variable, name));
        }
      } else afterImports.push(passOnAll(source.variable, own, writer.runtime));
    }
  }
  const list = [...getters].map(([name, value]) => `${JSON.stringify(name)}: () => ${value}`);
  return { publish: list.length === 0 ? '' : `${writer.runtime}.export({ ${list.join(', ')} });`, defaultName, afterImports };
}

/** What a module of the library exports is known when it is there. */
function passOnAll(variable: string, own: ReadonlySet<string>, runtime: string): string {
  const names = `Object.keys(${variable}).filter((name) => !${JSON.stringify(['default', ...own])}.includes(name))`;
  return `${runtime}.export(Object.fromEntries(${names}.map((name) => [name, () => ${variable}[name]])));`;
}

function memberOfSource(source: Source, name: string): string {
  if (source.kind === 'library') {
    if (name !== 'default') source.names.add(name);
    return libraryMember(source.variable, name);
  }
  source.names.add(name);
  return memberOf(source.variable, name);
}

function rewriteDefault(
  { start, end, declaration }: Extract<Program['body'][number], { type: 'ExportDefaultDeclaration' }>,
  { javascript }: ParsedModule,
  writer: CodeWriter,
): string {
  const id = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration' ? declaration.id : null;
  if (id !== null) {
    writer.edits.replace(start, declaration.start, '');
    return id.name;
  }
  const name = writer.freshName('default');
  if (declaration.type === 'FunctionDeclaration') {
    writer.edits.replace(start, declaration.start, '');
    writer.edits.insert(writer.find(declaration.start, '(').start, ` ${name}`);
    writer.before(`Object.defineProperty(${name}, 'name', { value: 'default' });`);
    return name;
  }
  const getsName = isNameless(declaration);
  writer.edits.replace(start, writer.find(start, 'default').end, getsName ? `const ${name} = { default:` : `const ${name} =`);
  if (getsName) {
    // JavaScript names a function without a name after the property it is assigned to.
    const hasSemicolon = declaration.type !== 'ClassDeclaration' && javascript[end - 1] === ';';
    writer.edits.insert(hasSemicolon ? end - 1 : end, hasSemicolon ? ' }.default' : ' }.default;');
  }
  return name;
}

function isNameless(declaration: AnyNode): boolean {
  if (declaration.type !== 'FunctionDeclaration' && declaration.type !== 'ClassDeclaration' && !isDefinition(declaration))
    return false;
  return !('id' in declaration) || !declaration.id;
}

function declaredNames({ declaration }: ExportNamedDeclaration): string[] {
  const names: string[] = [];
  if (declaration?.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) boundNames(id, (name) => names.push(name));
  } else if (declaration) names.push(declaration.id.name);
  return names;
}

function textOf(name: Identifier | Literal): string {
  return name.type === 'Identifier' ? name.name : String(name.value);
}
