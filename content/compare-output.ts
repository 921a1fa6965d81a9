import type { CompareRule } from './lesson-schema';
import { errorLines, outputLines, type Recording } from './recording';

/** What a run of the TypeScript program gave. */
export interface ActualRun {
  stdout: string;
  stderr: string;
  exitcode: number | null;
}

export type Comparison = { ok: true } | { ok: false; difference: string };

/** The pids found so far: placeholder → number. Grows along a comparison and is never mutated. */
type Pids = ReadonlyMap<string, string>;

/** Compares a run of the TypeScript program with CPython's recording of its Python original. */
export function compareOutput(recorded: Recording, actual: ActualRun, rule: CompareRule): Comparison {
  const stdout = outputLines(actual.stdout);
  const stderr = rule.stderr === 'ignore' ? null : errorLines(actual.stderr);
  const differences: string[] = [];
  let pids: Pids = new Map();

  if (rule.compare === 'pattern') {
    differences.push(...comparePatterns(rule.stdout, stdout, rule.anyOrder));
  } else {
    pids = compareStream('stdout', recorded.stdout, stdout, rule.compare, pids, differences);
  }
  if (stderr !== null) {
    const how = rule.compare === 'set' ? 'set' : 'exact';
    compareStream('stderr', recorded.stderr, stderr, how, pids, differences);
  }
  if (actual.exitcode !== recorded.exit) {
    differences.push(`exit status: recorded ${recorded.exit}, got ${String(actual.exitcode)}`);
  }
  return differences.length === 0 ? { ok: true } : { ok: false, difference: differences.join('\n') };
}

function compareStream(
  stream: string,
  recorded: readonly string[],
  actual: readonly string[],
  how: 'exact' | 'set',
  pids: Pids,
  differences: string[],
): Pids {
  const found = how === 'exact' ? matchInOrder(recorded, actual, pids) : matchAsSet(recorded, actual, pids);
  if (found !== null) return found;
  const title = how === 'exact' ? `${stream} differs` : `${stream} differs as a set of lines`;
  differences.push(`${title}\n${listing('recorded', recorded)}\n${listing('got', actual)}`);
  return pids;
}

function comparePatterns(patterns: readonly string[], actual: readonly string[], anyOrder: boolean): string[] {
  const tests = patterns.map(patternToRegExp);
  const fits = anyOrder
    ? assign(tests, actual, (test, line) => test.test(line))
    : tests.length === actual.length && tests.every((test, i) => test.test(actual[i] ?? ''));
  if (fits) return [];
  return [`stdout does not fit the pattern\n${listing('pattern', patterns)}\n${listing('got', actual)}`];
}

const placeholders = { int: String.raw`-?\d+`, decimal: String.raw`-?\d+\.\d+`, any: '.*' } as const;

/** `{int}`, `{decimal}` and `{any}` stand for themselves, every other character is literal. */
export function patternToRegExp(pattern: string): RegExp {
  const source = pattern
    .split(/(\{(?:int|decimal|any)\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name !== undefined && name in placeholders ? placeholders[name as keyof typeof placeholders] : escapeRegExp(part);
    })
    .join('');
  return new RegExp(`^${source}$`);
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function matchInOrder(recorded: readonly string[], actual: readonly string[], pids: Pids): Pids | null {
  if (recorded.length !== actual.length) return null;
  let known: Pids | null = pids;
  for (const [i, line] of recorded.entries()) {
    known = known && matchLine(line, actual[i] ?? '', known);
  }
  return known;
}

/** Finds a one-to-one assignment of lines under which pids are renamed consistently, by backtracking. */
function matchAsSet(recorded: readonly string[], actual: readonly string[], pids: Pids): Pids | null {
  if (recorded.length !== actual.length) return null;
  const [first, ...others] = recorded;
  if (first === undefined) return pids;
  const tried = new Set<string>();
  for (const [i, line] of actual.entries()) {
    if (tried.has(line)) continue;
    tried.add(line);
    const known = matchLine(first, line, pids);
    const rest = known && matchAsSet(others, actual.toSpliced(i, 1), known);
    if (rest !== null) return rest;
  }
  return null;
}

function matchLine(recorded: string, actual: string, pids: Pids): Pids | null {
  const parts = recorded.split(/(<PID\d+>)/);
  const source = parts.map((part, i) => (i % 2 === 1 ? String.raw`(\d+)` : escapeRegExp(part))).join('');
  const numbers = new RegExp(`^${source}$`).exec(actual);
  if (numbers === null) return null;
  const known = new Map(pids);
  for (const [i, name] of parts.filter((_, index) => index % 2 === 1).entries()) {
    const number = numbers[i + 1] ?? '';
    const before = known.get(name);
    if (before === undefined && [...known.values()].includes(number)) return null;
    if (before !== undefined && before !== number) return null;
    known.set(name, number);
  }
  return known;
}

/** Whether every item can be given a line of its own. */
function assign<T>(items: readonly T[], lines: readonly string[], fits: (item: T, line: string) => boolean): boolean {
  if (items.length !== lines.length) return false;
  const [first, ...others] = items;
  if (first === undefined) return true;
  return lines.some((line, i) => fits(first, line) && assign(others, lines.toSpliced(i, 1), fits));
}

function listing(title: string, lines: readonly string[]): string {
  return [`  ${title}:`, ...lines.map((line) => `    | ${line}`)].join('\n');
}
