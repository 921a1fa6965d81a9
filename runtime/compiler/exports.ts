import type { AnyNode, ExportDefaultDeclaration } from 'acorn';
import type { CodeWriter } from './code-writer';
import { libraryMember, memberOf, type Source, type Sources } from './sources';
import { declaredNames, exportedNamespace, type ExportsOf, exportedNames, textOf } from './exported-names';
import type { ParsedModule } from './parse';
import { isDefinition } from './tree';

export interface RewrittenExports {
  /** The statement that publishes the exports. */
  readonly publish: string;
  /** What the code calls a function or class that is exported by default and has no name of its own. */
  readonly defaultName: string | null;
  /** Statements that need what is imported. */
  readonly afterImports: readonly string[];
}

/** Takes `export` out of the module and publishes what it exports as getters, before anything else runs. */
export function rewriteExports(
  parsed: ParsedModule,
  writer: CodeWriter,
  sources: Sources,
  imported: ReadonlyMap<string, string | null>,
  exportsOf: ExportsOf,
): RewrittenExports {
  const getters = new Map<string, string>();
  const afterImports: string[] = [];
  let defaultName: string | null = null;
  const { own } = exportedNames(parsed.program);
  for (const statement of parsed.program.body) {
    for (const name of exportedNamespace(statement)) getters.set(name, name);
    if (statement.type === 'ExportDefaultDeclaration') {
      const name = rewriteDefault(statement, parsed, writer);
      getters.set('default', name);
      if (isNameless(statement.declaration)) defaultName = name;
    } else if (statement.type === 'ExportNamedDeclaration') {
      for (const name of declaredNames(statement)) getters.set(name, name);
      if (statement.declaration) writer.edits.replace(statement.start, statement.declaration.start, '');
      else writer.erase(statement.start, statement.end);
      const source = statement.source ? sources.of(sources.find(statement.source), statement.start) : null;
      for (const { local, exported } of statement.specifiers) {
        const name = textOf(local);
        // What a file of the program does not export as a value is a type.
        if (source?.kind === 'program' && !exportsOf(source.module).has(name)) continue;
        const value = source === null ? imported.get(name) : memberOfSource(source, name);
        if (value !== null) getters.set(textOf(exported), value ?? name);
      }
    } else if (statement.type === 'ExportAllDeclaration') {
      writer.erase(statement.start, statement.end);
      const source = sources.of(sources.find(statement.source), statement.start);
      if (statement.exported) getters.set(textOf(statement.exported), source.variable);
      else if (source.kind === 'program') {
        for (const [name, file] of exportsOf(source.module)) {
          if (name === 'default' || own.has(name)) continue;
          // Read where it is, so that files may pass on all of each other.
          getters.set(name, memberOf(sources.of({ kind: 'program', name: file }, statement.start).variable, name));
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
  { start, end, declaration }: ExportDefaultDeclaration,
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
