/** A measured quantity: all its values, in one unit. */
export interface Measurement {
  readonly what: string;
  readonly where: string;
  readonly values: readonly number[];
  readonly unit: string;
  /** The goal, with its direction: `≤ 5` or `≥ 50`. */
  readonly goal?: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** Does the median keep to the goal? */
export function meets({ values, goal }: Measurement): boolean | null {
  if (goal === undefined) return null;
  const limit = Number(goal.slice(1));
  return goal.startsWith('≤') ? median(values) <= limit : median(values) >= limit;
}

/** Rows of text, aligned; the ratio is that of CPython's median to this one's, for the same quantity. */
export function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { what, where, values, unit, goal } = measurement;
    const python = measurements.find((other) => other.what === what && other.where === 'CPython');
    const ratio = python === undefined || where === 'CPython' ? '' : `${(median(python.values) / median(values)).toFixed(1)}×`;
    const met = meets(measurement);
    return [
      what,
      where,
      `${median(values).toPrecision(3)} ${unit}`,
      `[${Math.min(...values).toPrecision(3)}–${Math.max(...values).toPrecision(3)}] of ${values.length}`,
      ratio,
      goal === undefined ? '' : `${goal} ${unit} ${met === true ? '✓' : '✗'}`,
    ];
  });
  const all = [['', '', 'median', 'range', 'to CPython', 'goal'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
