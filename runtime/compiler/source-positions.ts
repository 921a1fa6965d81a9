/** Zero-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type Segment = readonly number[];

/** Tells where in the learner's TypeScript the JavaScript came from that the types have been removed from. */
export class SourcePositions {
  readonly #javascript: LineStarts;
  readonly #segments: readonly (readonly Segment[])[];

  /** @param segments - per line of JavaScript `[column, , sourceLine, sourceColumn]`, as in a source map. */
  constructor(javascript: string, segments: readonly (readonly Segment[])[]) {
    this.#javascript = new LineStarts(javascript);
    this.#segments = segments;
  }

  at(offset: number): Position {
    const { line, column } = this.#javascript.at(offset);
    const segments = this.#segments[line] ?? [];
    const next = segments.findIndex(([start = 0]) => start > column);
    const [start = 0, , sourceLine = line, sourceColumn = column] = segments.at(next === -1 ? -1 : Math.max(next - 1, 0)) ?? [];
    return { line: sourceLine, column: sourceColumn + Math.max(column - start, 0) };
  }
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
    let low = 0;
    for (let high = this.#starts.length; low + 1 < high; ) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, column: offset - (this.#starts[low] ?? 0) };
  }
}
