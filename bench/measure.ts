/** What one side measured: the values of each row it knows. */
export interface Measured {
  readonly where: string;
  readonly values: Readonly<Record<string, readonly number[]>>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** Does the median keep to the goal: `≤ 5` or `≥ 50`? */
export function meets(values: readonly number[], goal: string): boolean {
  const limit = Number(goal.slice(1));
  return goal.startsWith('≤') ? median(values) <= limit : median(values) >= limit;
}
