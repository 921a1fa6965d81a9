/** The file of a program that is run. */
export const ENTRY = 'main.ts';

/** A place in a program's file, 1-based as tracebacks and editors count. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface FoundPosition extends SourcePosition {
  /** Offset of the first character in the text searched. */
  readonly start: number;
  readonly end: number;
}

/** `main.ts:12:5`, as tracebacks and the compiler write it. */
export function findPositions(text: string): readonly FoundPosition[] {
  const found: FoundPosition[] = [];
  for (const match of text.matchAll(/(?<![\w./-])([\w-]+\.ts):(\d{1,6}):(\d{1,6})(?!\d)/g)) {
    const [whole, file = '', line, column] = match;
    found.push({ file, line: Number(line), column: Number(column), start: match.index, end: match.index + whole.length });
  }
  return found;
}
