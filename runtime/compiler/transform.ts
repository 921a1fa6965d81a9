import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import { transform } from 'sucrase';
import { CompileError } from './compile-error';
import { type JavaScript, LineStarts, type Position } from './source-positions';
import { explainSyntax, withoutPosition } from './syntax-error';
import { padTemplates, unpad } from './template-padding';

/**
 * Removes the types and leaves all else where it is.
 *
 * @param keepUnused - leave imports that are not used as values, and exports of what is not there.
 */
export function removeTypes(name: string, source: string, keepUnused: boolean): JavaScript {
  try {
    const padded = padTemplates(source);
    const { code, sourceMap } = transform(padded.source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      keepUnusedImports: keepUnused,
      filePath: name,
      sourceMapOptions: { compiledFilename: name },
    });
    if (sourceMap === undefined) throw new TypeError('Cannot map the code to its source: there is no source map');
    return unpad({ code, segments: decodedMappings(new TraceMap({ ...sourceMap, version: 3 })) }, padded);
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    const { position, text } = locate(source, complaintAbout(source) ?? error);
    const { message, hint } = explainSyntax(source, position, withoutPosition(text));
    throw new CompileError(name, position.line + 1, position.column + 1, message, hint);
  }
}

/** What sucrase throws: line and column count from one. */
type ParserError = Error & { readonly loc: { readonly line: number; readonly column: number } };

function isSyntaxError(error: unknown): error is ParserError {
  return error instanceof Error && 'loc' in error;
}

interface Located {
  readonly position: Position;
  readonly text: string;
}

const ASYNC = 'async ';
/** Arrow functions inside of each other that an error is looked for in. */
const DEPTH = 20;

/**
 * Finds where a syntax error really is. For a mistake inside of an arrow function sucrase goes back, takes the
 * parameters for an expression in parentheses and complains about what follows. It does not if the function is async.
 */
function locate(source: string, first: ParserError): Located {
  const inserted: number[] = [];
  let text = source;
  let error = first;
  let at = offsetOf(error, text);
  for (let depth = 0; depth < DEPTH; depth++) {
    const parenthesis = /^(?:=>|:)/.test(text.slice(at, at + 2)) ? startOfParameters(text, at) : null;
    if (parenthesis === null) break;
    const next = text.slice(0, parenthesis) + ASYNC + text.slice(parenthesis);
    const complaint = complaintAbout(next);
    // Otherwise that was no arrow function, or the mistake is in front of it.
    if (complaint === null || offsetOf(complaint, next) <= at + ASYNC.length) break;
    inserted.push(parenthesis);
    text = next;
    error = complaint;
    at = offsetOf(error, text);
  }
  // The last insertion counts in the text that has all others.
  for (const place of inserted.reverse()) if (place < at) at -= ASYNC.length;
  return { position: new LineStarts(source).at(at), text: error.message };
}

function offsetOf({ loc }: ParserError, text: string): number {
  return new LineStarts(text).offset({ line: loc.line - 1, column: loc.column - 1 });
}

function complaintAbout(text: string): ParserError | null {
  try {
    transform(text, { transforms: ['typescript'], disableESTransforms: true });
    return null;
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    return error;
  }
}

/** Where the parameters of the arrow function begin whose arrow or result type is at the offset. */
function startOfParameters(text: string, arrow: number): number | null {
  let depth = 0;
  for (let at = text.lastIndexOf(')', arrow); at >= 0; at--) {
    if (text[at] === ')') depth++;
    if (text[at] === '(' && --depth === 0) return at;
  }
  return null;
}
