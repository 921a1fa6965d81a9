import type { AnyNode, BlockStatement, ExportNamedDeclaration, LabeledStatement, Program } from 'acorn';
import type { CodeWriter } from './code-writer';
import { declaredNames } from './exported-names';
import type { ParsedModule } from './parse';
import { forEachChild, isFunction } from './tree';

/*
 * Removing types also removes namespaces, with their code and without a word. So before that each turns into a labelled
 * block, `namespace A {` into `$ns$$$$_A: {`, which has the same length; and the block becomes a function afterwards.
 */

const NAMESPACE = /(?<=(?:^|[;{}])[ \t]*)((?:export[ \t]+)?(?:namespace|module)[ \t]+([A-Za-z_$][\w$]*(?:\.[\w$]+)*)[ \t]*)\{/gm;
const LABEL = /^\$ns\$*([_x])(.+)$/;

/** @param skippedLines - where what looks like a namespace is in a text or a comment. */
export function hideNamespaces(source: string, skippedLines: ReadonlySet<number>): { source: string; lines: number[] } {
  const lines: number[] = [];
  const hidden = source.replace(NAMESPACE, (whole, head: string, name: string, offset: number) => {
    const line = lineOf(source, offset);
    if (skippedLines.has(line)) return whole;
    lines.push(line);
    const label = (head.startsWith('export') ? 'x' : '_') + name.replaceAll('.', '$_');
    return `$ns${label.padStart(head.length - '$ns:'.length, '$')}:{`;
  });
  return { source: hidden, lines };
}

/** The lines of a module on which a namespace begins. */
export function linesOfNamespaces(program: Program, javascript: string): Set<number> {
  const lines = new Set<number>();
  const look = (node: AnyNode): void => {
    if (isFunction(node)) return;
    if (namespaceOf(node) !== null) lines.add(lineOf(javascript, node.start));
    forEachChild(node, look);
  };
  look(program);
  return lines;
}

interface Namespace {
  readonly path: readonly string[];
  readonly isExported: boolean;
  readonly statement: LabeledStatement;
  readonly body: BlockStatement;
}

/** The namespace that a statement stands for. */
export function namespaceOf(node: AnyNode): Namespace | null {
  if (node.type !== 'LabeledStatement' || node.body.type !== 'BlockStatement') return null;
  const [, mark, name] = LABEL.exec(node.label.name) ?? [];
  if (name === undefined) return null;
  return { path: name.split('$_'), isExported: mark === 'x', statement: node, body: node.body };
}

/** Makes every namespace the function call that it stands for. */
export function rewriteNamespaces(parsed: ParsedModule, writer: CodeWriter): void {
  rewriteAmong(parsed.program.body, null, parsed, writer);
}

/** @param owner - the namespace in which the statements are. */
function rewriteAmong(statements: readonly AnyNode[], owner: string | null, parsed: ParsedModule, writer: CodeWriter): void {
  for (const statement of statements) {
    const namespace = namespaceOf(statement);
    if (namespace !== null) rewrite(namespace, isDeclared(namespace, statements) ? '' : 'var ', owner, parsed, writer);
  }
}

function rewrite(
  { path, isExported, statement, body }: Namespace,
  declare: string,
  owner: string | null,
  parsed: ParsedModule,
  writer: CodeWriter,
): void {
  let head = '';
  let tail = '';
  let outer = isExported ? owner : null;
  for (const [depth, name] of path.entries()) {
    head += `${depth > 0 || declare !== '' ? `var ${name}; ` : ''}(function (${name}) { `;
    tail = `})(${outer === null ? `${name} || (${name} = {})` : `${name} = ${outer}.${name} || (${outer}.${name} = {})`}); ${tail}`;
    outer = name;
  }
  const own = path.at(-1) ?? '';
  const getters = exportsOf(body, parsed, writer).map(
    (name) => `${name}: { get: () => ${name}, enumerable: true, configurable: true }`,
  );
  if (getters.length > 0) head += `Object.defineProperties(${own}, { ${getters.join(', ')} }); `;
  writer.edits.replace(statement.start, body.start + 1, head);
  writer.edits.replace(body.end - 1, body.end, tail.trimEnd());
  rewriteAmong(body.body, own, parsed, writer);
}

/** What a namespace exports; takes the word `export` away. The parser allows it in blocks, but its types do not know. */
function exportsOf({ body }: BlockStatement, parsed: ParsedModule, writer: CodeWriter): string[] {
  return (body as readonly AnyNode[]).flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration') return [];
    const { start, declaration } = node satisfies ExportNamedDeclaration;
    if (!declaration) return parsed.refuse(start, 'A namespace can only export what it declares');
    writer.edits.replace(start, declaration.start, '');
    return declaredNames(node);
  });
}

/** A class or function of the same name gets the namespace's members. */
function isDeclared({ path }: Namespace, statements: readonly AnyNode[]): boolean {
  return statements.some((statement) => {
    const declaration: AnyNode =
      statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    return (
      (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') && declaration.id?.name === path[0]
    );
  });
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
