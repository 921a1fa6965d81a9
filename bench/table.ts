import { type Measured, median, meets } from './measure';
import type { Row } from './rows';

const REFERENCE = 'CPython spawn';
const JUDGED = 'Chromium';

/** All that was measured as a Markdown table: medians, how Chromium compares with CPython's spawn, and whether it meets the goal. */
export function tableOf(rows: readonly Row[], sides: readonly Measured[]): string {
  const head = ['', ...sides.map(({ where }) => where), 'Chromium to spawn', 'goal, Chromium'];
  const body = rows.map((row) => [
    row.what,
    ...sides.map(({ values }) => cell(row, values[row.id])),
    ratio(row, sides),
    judgement(row, sides.find(({ where }) => where === JUDGED)?.values[row.id]),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((line) => (line[column] ?? '').length)));
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`));
  return [head, rule, ...body]
    .map((line) => `| ${line.map((text, column) => pad(text, widths[column] ?? 0, column)).join(' | ')} |`)
    .join('\n');
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

function cell({ unit }: Row, values: readonly number[] | undefined): string {
  return values === undefined ? '–' : `${short(median(values))} ${unit}`;
}

/** Three digits, and thousands and millions by letter. */
function short(value: number): string {
  const [divisor, letter] = value >= 1e6 ? [1e6, 'M'] : value >= 1e4 ? [1e3, 'k'] : [1, ''];
  return `${Number((value / divisor).toPrecision(3))}${letter}`;
}

/** How many times better, whether that is more or less. */
function ratio({ id, goal }: Row, sides: readonly Measured[]): string {
  const [theirs, ours] = [REFERENCE, JUDGED].map((name) => sides.find(({ where }) => where === name)?.values[id]);
  if (theirs === undefined || ours === undefined) return '';
  const quotient = median(ours) / median(theirs);
  return `${Number((goal.startsWith('≤') ? 1 / quotient : quotient).toPrecision(2))}×`;
}

function judgement({ goal, unit }: Row, values: readonly number[] | undefined): string {
  const limit = Number(goal.slice(1));
  const text = `${goal.slice(0, 1)} ${short(limit)} ${unit}`;
  return values === undefined ? text : `${text} ${meets(values, goal) ? '✓' : '✗'}`;
}
