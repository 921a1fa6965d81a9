import type { ImportDeclaration, Program } from 'acorn';
import type { CodeWriter } from './code-writer';
import type { ParsedModule } from './parse';
import type { Resolution } from './resolve';
import { findReferences, type Reference } from './scope';

export type Resolve = (specifier: string) => Resolution;

/** What the module takes from one other module. */
export interface Source {
  readonly kind: 'library' | 'program';
  /** How the runtime knows it. */
  readonly module: string;
  /** What the compiled code calls what it imports. */
  readonly variable: string;
  readonly names: Set<string>;
  /** Declarations of imported names, `imported` null for all of the module. */
  readonly bindings: { readonly local: string; readonly imported: string | null }[];
  /** Where it is imported first. */
  readonly anchor: number;
}

/** The modules that a module imports or exports from, in the order in which they run. */
export class Sources {
  readonly #byModule = new Map<string, Source>();

  constructor(
    readonly parsed: ParsedModule,
    readonly writer: CodeWriter,
    readonly resolve: Resolve,
  ) {}

  get all(): readonly Source[] {
    return [...this.#byModule.values()];
  }

  /** @param at - where the specifier is in the code; the complaint goes there. */
  of(specifier: string, at: number, anchor: number): Source {
    const resolution = this.resolve(specifier);
    if (resolution.kind === 'missing') {
      return this.parsed.refuse(at, `Cannot find module '${specifier}'`, resolution.hint);
    }
    const known = this.#byModule.get(resolution.name);
    if (known !== undefined) return known;
    const stem = resolution.name.replace(/\.[jt]s$/, '').replace(/[^\w$]+/g, '_');
    const source: Source = {
      kind: resolution.kind,
      module: resolution.name,
      variable: this.writer.freshName(stem),
      names: new Set(),
      bindings: [],
      anchor,
    };
    this.#byModule.set(resolution.name, source);
    return source;
  }
}

/**
 * Turns import declarations into calls at the top of the module. What the library exports never changes, so it becomes
 * constants. What other modules of the program export may change and may not be there yet: each use reads it anew.
 *
 * @returns the expressions that read the latter, by local name.
 */
export function rewriteImports(parsed: ParsedModule, writer: CodeWriter, sources: Sources): ReadonlyMap<string, string> {
  const live = new Map<string, string>();
  const imported = new Set<string>();
  for (const declaration of declarationsOf(parsed.program)) {
    const source = sources.of(String(declaration.source.value), declaration.source.start, declaration.start);
    writer.erase(declaration.start, declaration.end);
    for (const specifier of declaration.specifiers) {
      const local = specifier.local.name;
      const name = importedName(specifier);
      imported.add(local);
      if (name === null || source.kind === 'library') source.bindings.push({ local, imported: name });
      else live.set(local, memberOf(source.variable, name));
      if (name !== null && !(source.kind === 'library' && name === 'default')) source.names.add(name);
    }
  }
  findReferences(parsed.program, imported, (reference) => rewriteUse(reference, live.get(reference.name), parsed, writer));
  return live;
}

/** The calls of the runtime that import everything. They come after what the module exports is known, for cycles. */
export function writeImports(writer: CodeWriter, sources: Sources): void {
  for (const { module, variable, names, bindings, anchor } of sources.all) {
    const call = `${writer.runtime}.import(${JSON.stringify(module)}, ${JSON.stringify([...names])})`;
    writer.before(`const ${variable} = ${call};`, anchor);
    for (const { local, imported } of bindings) {
      const value = imported === null ? variable : libraryMember(variable, imported);
      writer.before(`const ${local} = ${value};`, anchor);
    }
  }
}

/** What a module of the library exports by default is the module itself, unless it says otherwise. */
export function libraryMember(variable: string, name: string): string {
  return name === 'default' ? `'default' in ${variable} ? ${variable}.default : ${variable}` : memberOf(variable, name);
}

export function memberOf(variable: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${variable}.${name}` : `${variable}[${JSON.stringify(name)}]`;
}

function rewriteUse(
  { name, start, end, kind }: Reference,
  live: string | undefined,
  parsed: ParsedModule,
  writer: CodeWriter,
): void {
  if (kind === 'write') {
    return parsed.refuse(start, `Cannot assign to '${name}': it is imported`, 'Keep the new value in a variable of your own.');
  }
  if (live === undefined) return;
  if (kind === 'shorthand') return writer.edits.replace(start, end, `${name}: ${live}`);
  // V8 says that such a call is where its arguments begin.
  if (kind === 'call') writer.pin(writer.find(end, '(', '`').start, start);
  // Called like this, the function is not called as a method of the module.
  writer.edits.replace(start, end, kind === 'call' ? `(0, ${live})` : live);
}

function declarationsOf(program: Program): ImportDeclaration[] {
  return program.body.filter((statement) => statement.type === 'ImportDeclaration');
}

/** Null for the module as a whole. */
function importedName(specifier: ImportDeclaration['specifiers'][number]): string | null {
  if (specifier.type === 'ImportNamespaceSpecifier') return null;
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : String(specifier.imported.value);
}
