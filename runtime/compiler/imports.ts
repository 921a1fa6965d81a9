import type { ImportDeclaration, Program } from 'acorn';
import type { CodeWriter } from './code-writer';
import type { ExportsOf } from './exported-names';
import type { ParsedModule } from './parse';
import { findReferences, type Reference } from './scope';
import { memberOf, type Source, type Sources } from './sources';

type Specifier = ImportDeclaration['specifiers'][number];

/**
 * Turns import declarations into calls at the top of the module. What the library exports never changes, so it becomes
 * constants. What other modules of the program export may change and may not be there yet: each use reads it anew.
 *
 * @returns the expressions that read the latter, by local name; null for types.
 */
export function rewriteImports(
  parsed: ParsedModule,
  writer: CodeWriter,
  sources: Sources,
  exportsOf: ExportsOf,
): ReadonlyMap<string, string | null> {
  const declarations = parsed.program.body.filter((statement) => statement.type === 'ImportDeclaration');
  const imported = new Set(declarations.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)));
  const references: Reference[] = [];
  findReferences(parsed.program, imported, (reference) => references.push(reference));
  const used = new Set(references.map(({ name }) => name));
  const passedOn = new Set(locallyExported(parsed.program));
  const values = new Map<string, string | null>();
  for (const declaration of declarations) {
    writer.erase(declaration.start, declaration.end);
    // `import {} from` is what is left of an import of types.
    const isForEffect = writer.tokenFrom(declaration.start + 1)?.start === declaration.source.start;
    if (declaration.specifiers.length === 0 && !isForEffect) continue;
    const found = sources.find(declaration.source);
    const isValue = (specifier: Specifier): boolean => {
      const local = specifier.local.name;
      if (used.has(local)) return true;
      if (!passedOn.has(local)) return false;
      const name = importedName(specifier);
      const isType = found.kind === 'program' && name !== null && !exportsOf(found.name).has(name);
      if (isType) values.set(local, null);
      return !isType;
    };
    const specifiers = declaration.specifiers.filter(isValue);
    if (isForEffect || specifiers.length > 0) bind(sources.of(found, declaration.start), specifiers, values);
  }
  for (const reference of references) rewriteUse(reference, values.get(reference.name) ?? null, parsed, writer);
  return values;
}

function bind(source: Source, specifiers: readonly Specifier[], values: Map<string, string | null>): void {
  for (const specifier of specifiers) {
    const local = specifier.local.name;
    const name = importedName(specifier);
    if (name === null || source.kind === 'library') source.bindings.push({ local, imported: name });
    else values.set(local, memberOf(source.variable, name));
    if (name !== null && !(source.kind === 'library' && name === 'default')) source.names.add(name);
  }
}

function locallyExported(program: Program): string[] {
  return program.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && !statement.source
      ? statement.specifiers.map(({ local }) => (local.type === 'Identifier' ? local.name : String(local.value)))
      : [],
  );
}

function rewriteUse({ name, start, end, kind }: Reference, live: string | null, parsed: ParsedModule, writer: CodeWriter): void {
  if (kind === 'write') {
    return parsed.refuse(start, `Cannot assign to '${name}': it is imported`, 'Keep the new value in a variable of your own.');
  }
  if (live === null) return;
  if (kind === 'shorthand') return writer.edits.replace(start, end, `${name}: ${live}`);
  // V8 says that such a call is where its arguments begin.
  if (kind === 'call') writer.pin(writer.find(end, '(', '`').start, start);
  // Called like this, the function is not called as a method of the module.
  writer.edits.replace(start, end, kind === 'call' ? `(0, ${live})` : live);
}

/** Null for the module as a whole. */
function importedName(specifier: Specifier): string | null {
  if (specifier.type === 'ImportNamespaceSpecifier') return null;
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : String(specifier.imported.value);
}
