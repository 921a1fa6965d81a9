import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import { type Program, parse as parseJavaScript, type Token } from 'acorn';
import { transform } from 'sucrase';
import { CompileError, type Refuse } from './compile-error';
import { SourcePositions } from './source-positions';
import { refuseNamespaces } from './namespaces';
import { explainSyntax, withoutPosition } from './syntax-error';

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
  const { code: javascript, segments } = removeTypes(name, source);
  const positions = new SourcePositions(javascript, segments);
  const refuse: Refuse = (offset, message, hint) => {
    const { line, column } = positions.at(offset);
    throw new CompileError(name, line + 1, column + 1, message, hint);
  };
  const tokens: Token[] = [];
  const program = parseModule(javascript, tokens, refuse);
  return { name, source, javascript, program, tokens, positions, refuse };
}

function removeTypes(name: string, source: string): { code: string; segments: readonly (readonly (readonly number[])[])[] } {
  try {
    const { code, sourceMap } = transform(source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      filePath: name,
      sourceMapOptions: { compiledFilename: name },
    });
    refuseNamespaces(name, source, code);
    if (sourceMap === undefined) throw new TypeError('Cannot map the code to its source: there is no source map');
    return { code, segments: decodedMappings(new TraceMap({ ...sourceMap, version: 3 })) };
  } catch (error) {
    if (error instanceof CompileError || !isSyntaxError(error)) throw error;
    const { line, column } = error.loc;
    const { message, hint } = explainSyntax(source, { line: line - 1, column: column - 1 }, withoutPosition(error.message, name));
    throw new CompileError(name, line, column, message, hint);
  }
}

function parseModule(javascript: string, tokens: Token[], refuse: Refuse): Program {
  try {
    return parseJavaScript(javascript, { ecmaVersion: 'latest', sourceType: 'module', onToken: tokens });
  } catch (error) {
    if (!isPlacedError(error)) throw error;
    const before = javascript.slice(0, error.pos);
    const line = before.split('\n').length - 1;
    const column = error.pos - (before.lastIndexOf('\n') + 1);
    const { message, hint } = explainSyntax(javascript, { line, column }, withoutPosition(error.message));
    return refuse(error.pos, message, hint);
  }
}

/** What sucrase throws: line and column count from one. */
function isSyntaxError(error: unknown): error is Error & { loc: { line: number; column: number } } {
  return error instanceof Error && 'loc' in error;
}

/** What acorn throws. */
function isPlacedError(error: unknown): error is SyntaxError & { pos: number } {
  return error instanceof SyntaxError && 'pos' in error;
}
