/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import { runProgram } from '../contract/run-program';
import { expectations } from './expectations';
import passed from './passed.json';
import reasons from './reasons.json';
import { type Row, conformanceRows } from './rows';

/*
 * CPython's own tests of multiprocessing, written anew for this library. Every row is a program of its own: it asserts, and
 * passes when it ends well and complains of nothing. `npm run conformance` counts them by class.
 */

const platform = typeof window === 'undefined' ? 'node' : 'chromium';

// Not read from the disk: the contract runs in the browser too.
const files = import.meta.glob<string>('./cpython/*.ts', { query: '?raw', import: 'default', eager: true });

function fileOf(stem: string): string {
  const text = files[`./cpython/${stem}.ts`];
  if (text === undefined) throw new Error(`Cannot find a file of the conformance programs: ${stem}.ts`);
  return text;
}

/** The file with the row's function: programs that import `threading` are compiled in another way, and have one of their own. */
function stemOf({ area, testFunction, variant }: Row): string | undefined {
  if (files[`./cpython/variant-${variant}.ts`] === undefined) return undefined;
  return [area, `${area}-with-threads`].find((stem) =>
    files[`./cpython/${stem}.ts`]?.includes(`export function ${testFunction}(`),
  );
}

/** Why a row does not pass; undefined when it has to. */
function reasonOf({ name }: Row): string | undefined {
  return (reasons as Readonly<Record<string, string>>)[name];
}

/** A file and those of the folder that it imports. */
function withImports(stem: string, sources: ReadonlyMap<string, string>, found = new Map<string, string>()): Map<string, string> {
  if (found.has(stem)) return found;
  const source = sources.get(stem) ?? fileOf(stem);
  found.set(stem, source);
  for (const [, imported = ''] of source.matchAll(/ from '\.\/([\w-]+)';/g)) withImports(imported, sources, found);
  return found;
}

function programOf(row: Row) {
  const { name, testFunction, variant } = row;
  const stem = stemOf(row);
  if (stem === undefined) throw new Error(`Cannot find the function of a row: ${name}`);
  const call = `${testFunction}();`;
  const guarded = expectations[name]?.guard === false ? call : `if (import.meta.main) ${call}`;
  const own = new Map([
    ['main', `import { ${testFunction} } from './${stem}';\n${guarded}\n`],
    ['check-timings', `export const CHECK_TIMINGS = ${checksTimings};\n`],
    ['variant', fileOf(`variant-${variant}`)],
  ]);
  return [...withImports('main', own)].map(([file, source]) => ({ name: `${file}.ts`, source }));
}

/** Only where nothing else runs can a program expect to be on time: `npm run conformance` says so. */
const checksTimings = import.meta.env['VITE_CHECK_TIMINGS'] === 'true';

function measuresTime(row: Row): boolean {
  return fileOf(stemOf(row) ?? row.area).includes('assertTimingAlmostEqual');
}

const written = conformanceRows.filter((row) => stemOf(row) !== undefined);
const due = written.filter((row) => reasonOf(row) === undefined);

test('as many rows have to pass as once did', () => {
  expect(due.length).toBeGreaterThanOrEqual(passed[platform]);
});

test('every reason is for a row that exists', () => {
  expect(conformanceRows.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(reasons)));
});

async function runRow(row: Row): Promise<void> {
  const { exitcode = 0, stdout, stderr = /^$/ } = expectations[row.name] ?? {};
  const run = await runProgram(programOf(row), { timeout: 60 });
  expect(run.stderr).toMatch(stderr);
  expect(run.exitcode).toBe(exitcode);
  if (stdout !== undefined) expect(run.stdout).toMatch(stdout);
}

// None is told by the harness while the program may still be running: it stops it after a minute.
const LONGEST_MS = 90_000;

const apart = due.filter((row) => checksTimings && measuresTime(row));
const together = due.filter((row) => !apart.includes(row));

function named(rows: readonly Row[]): (readonly [string, Row])[] {
  return rows.map((row) => [row.name, row] as const);
}

describe.concurrent('side by side', () => {
  test.each(named(together))('%s', (_name, row) => runRow(row), LONGEST_MS);
});

// A suite without tests would be an error.
if (apart.length > 0) {
  describe('one by one', () => {
    test.each(named(apart))('%s', (_name, row) => runRow(row), LONGEST_MS);
  });
}
