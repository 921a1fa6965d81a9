/** Zero-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** As in a source map: `[column, , sourceLine, sourceColumn]`. */
type Segment = readonly number[];

/** What is left of a module without its types. */
export interface JavaScript {
  readonly code: string;
  /** Per line of code. */
  readonly segments: readonly (readonly Segment[])[];
}

interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** Tells where in the learner's TypeScript the JavaScript came from that the types have been removed from. */
export class SourcePositions {
  readonly #javascript: string;
  readonly #tokens: readonly TokenRange[];
  readonly #lineStarts: LineStarts;
  readonly #segments: readonly (readonly Segment[])[];
  readonly #sourceLines: readonly string[];

  /** @param tokens - of the JavaScript, in order; may still grow. */
  constructor(source: string, { code: javascript, segments }: JavaScript, tokens: readonly TokenRange[]) {
    this.#javascript = javascript;
    this.#tokens = tokens;
    this.#lineStarts = new LineStarts(javascript);
    this.#segments = segments;
    this.#sourceLines = source.split('\n');
  }

  at(offset: number): Position {
    const { line, column } = this.#lineStarts.at(offset);
    const segments = this.#segments[line] ?? [];
    const index = Math.max(firstAfter(segments, ([first = 0]) => first, column) - 1, 0);
    const [start = 0, , sourceLine = line, sourceColumn = column] = segments[index] ?? [];
    const text = this.#sourceLines[sourceLine] ?? '';
    const position = { line: sourceLine, column: Math.min(sourceColumn + Math.max(column - start, 0), text.length) };
    const token = this.#tokenAt(offset);
    if (token === '' || text.startsWith(token, position.column)) return position;
    // Types were removed in front of the token, and the segment begins with them. It ends with the token.
    const [, , nextLine, nextColumn = 0] = segments[index + 1] ?? [];
    const end = nextLine === sourceLine ? nextColumn : text.length;
    const found = text.slice(0, end).lastIndexOf(token);
    return found < position.column ? position : { line: sourceLine, column: found };
  }

  /** The first line of the token that begins there; empty if none does. */
  #tokenAt(offset: number): string {
    const token = this.#tokens[firstAfter(this.#tokens, ({ start }) => start, offset) - 1];
    if (token?.start !== offset) return '';
    return this.#javascript.slice(token.start, token.end).split('\n', 1)[0] ?? '';
  }
}

/** The index of the first item beyond a place; the items are in order. */
function firstAfter<T>(items: readonly T[], placeOf: (item: T) => number, place: number): number {
  let low = 0;
  for (let high = items.length; low < high; ) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && placeOf(item) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Translates offsets of a text to lines and columns. */
export class LineStarts {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get lines(): number {
    return this.#starts.length;
  }

  offset({ line, column }: Position): number {
    return (this.#starts[line] ?? 0) + column;
  }

  at(offset: number): Position {
    const line = firstAfter(this.#starts, (start) => start, offset) - 1;
    return { line, column: offset - (this.#starts[line] ?? 0) };
  }
}
