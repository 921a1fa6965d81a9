import { markCalls } from './call-places';
import { CodeWriter } from './code-writer';
import { registerDefinitions } from './definitions';
import type { ExportsOf } from './exported-names';
import { rewriteExports } from './exports';
import { functionTable } from './function-table';
import { rewriteImports } from './imports';
import { mapCode } from './mappings';
import { rewriteMeta } from './meta';
import { rewriteNamespaces } from './namespaces';
import type { ParsedModule } from './parse';
import type { ModuleImage } from './program-image';
import { refuseUnsupported } from './refusals';
import { type Resolve, Sources, writeImports } from './sources';
import { tellTwinsApart } from './twins';
import { rewriteUsing } from './using';

export interface CompiledModule {
  readonly image: ModuleImage;
  /** The files of the program that it imports. */
  readonly imports: readonly string[];
  /** The modules of the library that it imports. */
  readonly libraries: readonly string[];
}

/**
 * Makes an image of a module: an expression for `eval` whose value runs it.
 *
 * @param index - the module's place in the program image.
 * @param texts - of the functions of the modules before it, and how often there is each.
 */
export function compileModule(
  parsed: ParsedModule,
  resolve: Resolve,
  exportsOf: ExportsOf,
  index: number,
  texts: Map<string, number>,
): CompiledModule {
  const { name, source, javascript, program } = parsed;
  const writer = new CodeWriter(parsed);
  const sources = new Sources(parsed, writer, resolve);
  refuseUnsupported(parsed);
  tellTwinsApart(program, javascript, writer, texts);
  rewriteMeta(program, writer);
  rewriteNamespaces(parsed, writer);
  const using = rewriteUsing(parsed, writer);
  // Declarations are registered inside of the block that `using` makes, where they are in scope.
  if (using !== null) writer.before(using.declare + using.open, using.anchor);
  const imported = rewriteImports(parsed, writer, sources, exportsOf);
  const library = sources.all.flatMap(({ kind, bindings }) => (kind === 'library' ? bindings.map(({ local }) => local) : []));
  markCalls(parsed, writer, index, new Set(library));
  const { publish, defaultName, afterImports } = rewriteExports(parsed, writer, sources, imported, exportsOf);
  const define = registerDefinitions(program, writer, defaultName);
  // In this order, modules that import each other find functions, as JavaScript's own modules do.
  writer.before(publish);
  writer.before(define);
  writeImports(writer, sources);
  for (const text of afterImports) writer.before(text);
  writer.writePrefix();
  if (using !== null && using.close !== '') writer.edits.insert(javascript.length, `\n${using.close}`, using.anchor);
  const edited = writer.edits.apply(javascript);
  const head = `(function (${writer.runtime}) { 'use strict'; `;
  const code = `${head}${edited.text}\n})`;
  const functions = functionTable(parsed, writer, edited).map(
    ([start, end, ...rest]) => [start + head.length, end + head.length, ...rest] as const,
  );
  const imports = sources.all.flatMap(({ kind, module }) => (kind === 'program' ? [module] : []));
  const libraries = sources.all.flatMap(({ kind, module }) => (kind === 'library' ? [module] : []));
  const mappings = mapCode(code, head.length, edited, parsed, writer.pins);
  return { image: { name, source, code, mappings, functions }, imports, libraries };
}
