import type { JavaScript } from './source-positions';

/*
 * Sucrase 3.35 loses its place in the source at the first empty part of a template, as in `${a}${b}`: from there on its
 * source map has no columns. So empty parts get a character before it reads them, which is taken out afterwards.
 */

/** Rare, and white space: it does no harm where the pattern matches something else than a template. */
const PADDINGS = ['\u205F', '\u2008', '\u2007', '\u2006'];

/** The ends of the pieces of a template where the next piece follows at once. */
const EMPTY_PARTS = /[`}](?=\$\{|`)/g;

export interface Padded {
  readonly source: string;
  /** Null if nothing had to be done. */
  readonly padding: string | null;
}

export function padTemplates(source: string): Padded {
  const padding = source.includes('`') ? PADDINGS.find((character) => !source.includes(character)) : undefined;
  if (padding === undefined) return { source, padding: null };
  return { source: source.replace(EMPTY_PARTS, (end) => end + padding), padding };
}

export function unpad({ code, segments }: JavaScript, padded: Padded): JavaScript {
  const { padding } = padded;
  if (padding === null) return { code, segments };
  const generated = paddingsOf(code, padding);
  const original = paddingsOf(padded.source, padding);
  return {
    code: code.replaceAll(padding, ''),
    segments: segments.map((line, number) =>
      line.map(([column = 0, file = 0, sourceLine = number, sourceColumn = 0]) => [
        column - countBefore(generated[number], column),
        file,
        sourceLine,
        sourceColumn - countBefore(original[sourceLine], sourceColumn),
      ]),
    ),
  };
}

/** The columns of the paddings in each line. */
function paddingsOf(text: string, padding: string): number[][] {
  return text.split('\n').map((line) => {
    const columns: number[] = [];
    for (let at = line.indexOf(padding); at !== -1; at = line.indexOf(padding, at + 1)) columns.push(at);
    return columns;
  });
}

function countBefore(columns: readonly number[] | undefined, column: number): number {
  return columns?.filter((at) => at < column).length ?? 0;
}
