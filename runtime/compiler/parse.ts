import { type Program, parse as parseProgram, type Token } from 'acorn';
import { CompileError, type Refuse } from './compile-error';
import { type JavaScript, LineStarts, SourcePositions } from './source-positions';
import { hideNamespaces, linesOfNamespaces } from './namespaces';
import { explainSyntax, withoutPosition } from './syntax-error';
import { removeTypes } from './transform';

export interface SourceFile {
  /** The name that other files import it by and that tracebacks say, e.g. `main.ts`. */
  readonly name: string;
  /** TypeScript. */
  readonly source: string;
}

/** A module as JavaScript, still with imports and exports. All offsets count in `javascript`. */
export interface ParsedModule {
  readonly name: string;
  readonly source: string;
  readonly javascript: string;
  readonly program: Program;
  readonly tokens: readonly Token[];
  readonly positions: SourcePositions;
  readonly refuse: Refuse;
}

export function parse({ name, source: given }: SourceFile): ParsedModule {
  // Line ends are the same in all that follows. Literals do not change: in templates, too, \r\n means \n.
  const source = given.replace(/\r\n?/g, '\n').replace(/^#!/, '//');
  const noNamespaces = new Set<number>();
  for (;;) {
    const hidden = hideNamespaces(source, noNamespaces);
    const parsed = parseTypeScript(name, source, hidden.source);
    const found = hidden.lines.length === 0 ? null : linesOfNamespaces(parsed.program, parsed.javascript);
    const mistaken = hidden.lines.filter((line) => found?.has(line) === false);
    if (mistaken.length === 0) return parsed;
    for (const line of mistaken) noNamespaces.add(line);
  }
}

/** @param typescript - the source with its namespaces hidden; everything is where it is in the source. */
function parseTypeScript(name: string, source: string, typescript: string): ParsedModule {
  try {
    return parseJavaScript(name, source, removeTypes(name, typescript, true));
  } catch (error) {
    // A type may be exported like a value. Told to look for such, sucrase also takes imports away that are needed.
    if (!(error instanceof CompileError) || !exportsTypeOf(source, error.message)) throw error;
    return parseJavaScript(name, source, removeTypes(name, typescript, false));
  }
}

function parseJavaScript(name: string, source: string, javascript: JavaScript): ParsedModule {
  const { code } = javascript;
  const tokens: Token[] = [];
  const positions = new SourcePositions(source, javascript, tokens);
  const refuse: Refuse = (offset, message, hint) => {
    const { line, column } = positions.at(offset);
    throw new CompileError(name, line + 1, column + 1, message, hint);
  };
  try {
    const program = parseProgram(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      onToken: tokens,
      allowImportExportEverywhere: true,
    });
    return { name, source, javascript: code, program, tokens, positions, refuse };
  } catch (error) {
    if (!isPlacedError(error)) throw error;
    const { message, hint } = explainSyntax(code, new LineStarts(code).at(error.pos), withoutPosition(error.message));
    return refuse(error.pos, message, hint);
  }
}

/** Whether the complaint is about an export that is a type. */
function exportsTypeOf(source: string, complaint: string): boolean {
  const [, name] = /^Export '([\w$]+)' is not defined$/.exec(complaint) ?? [];
  return (
    name !== undefined &&
    new RegExp(`\\b(?:interface|type|class|namespace|enum)\\s+${name.replaceAll('$', '\\$')}\\b`).test(source)
  );
}

/** What acorn throws. */
function isPlacedError(error: unknown): error is SyntaxError & { pos: number } {
  return error instanceof SyntaxError && 'pos' in error;
}
