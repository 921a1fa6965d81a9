import type { Row } from '../../runtime/conformance/rows';

export interface Outcome {
  readonly passed: boolean;
  readonly why: string;
}

type Outcomes = ReadonlyMap<string, Outcome>;

/** One line for each class of CPython's: how many of its rows pass. */
export function tableOfClasses(rows: readonly Row[], outcomes: Outcomes): string {
  const classes = [...new Set(rows.map(({ testClass }) => testClass))];
  const width = Math.max(...classes.map(({ length }) => length));
  const lines = classes.map((testClass) => {
    const own = rows.filter((row) => row.testClass === testClass);
    const passed = own.filter(({ name }) => outcomes.get(name)?.passed === true).length;
    return `${testClass.padEnd(width)} ${String(passed).padStart(3)} / ${own.length}${passed < own.length ? '  ←' : ''}`;
  });
  return lines.join('\n');
}

/** Every row that does not pass, and why. */
export function rowsNotPassed(rows: readonly Row[], outcomes: Outcomes, reasons: Readonly<Record<string, string>>): string[] {
  return rows
    .filter(({ name }) => outcomes.get(name)?.passed !== true)
    .map(({ name }) => `  ${name}: ${reasons[name] ?? reasonOf(outcomes.get(name))}`);
}

function reasonOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'not written';
  // What the program wrote to stderr is in the comparison that failed.
  const words = outcome.why.split('\n').filter((line) => /Error|raised|Still running|!=|stderr|exitcode/.test(line));
  return words.slice(0, 12).join('\n    ') || outcome.why.slice(0, 500);
}
