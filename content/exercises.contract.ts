/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '@/runtime/contract/run-program';
import { type CheckedRun, type ExerciseCheck, judge, Queries } from '@/runtime/trace';
import { exerciseSchema } from './exercise-schema';

/* Every solution passes its check, and every start fails it, for the reason that the exercise is about. */

const texts = import.meta.glob<string>('./lessons/*/exercises/*/*.{ts,yaml}', { query: '?raw', import: 'default', eager: true });
const checks = import.meta.glob<ExerciseCheck>('./lessons/*/exercises/*/check.ts', { import: 'check', eager: true });

const fileOf = (path: string): string => {
  const text = texts[path];
  if (text === undefined) throw new Error(`Cannot find a file of an exercise: ${path}`);
  return text;
};

const exercises = Object.entries(checks).map(([path, check]) => {
  const folder = path.replace(/\/check\.ts$/, '');
  return { name: folder.replace('./lessons/', '').replace('/exercises', ''), folder, check };
});

async function runOnce(source: string, seconds: number): Promise<CheckedRun> {
  const run = await runProgram(source, {
    timeout: 60,
    // A start may hang on purpose, and is stopped as on the page.
    during: (machine) => {
      machine.closeInput();
      const timer = setTimeout(() => machine.stop(), seconds * 1000);
      machine.subscribe(() => {
        if (machine.getSnapshot().exitcode !== null) clearTimeout(timer);
      });
    },
  });
  return {
    stdout: run.stdout.split('\n').slice(0, -1),
    stderr: run.stderr,
    exitcode: run.exitcode,
    queries: new Queries(run.trace),
  };
}

/** A program that only prints what the right one prints. */
function imitationOf({ stdout }: CheckedRun): string {
  return stdout.map((line) => `console.log(${JSON.stringify(line)});\n`).join('');
}

async function runsOf(source: string, check: ExerciseCheck, seconds: number): Promise<readonly CheckedRun[]> {
  const runs: CheckedRun[] = [];
  for (let count = check.runs ?? 1; count > 0; count--) runs.push(await runOnce(source, seconds));
  return runs;
}

const wrong = (check: ExerciseCheck, runs: readonly CheckedRun[]) => judge(check, runs).filter(({ yes }) => !yes);

test.each(exercises)(
  '$name: the solution passes, and to print the same does not',
  { timeout: 60_000 },
  async ({ folder, check }) => {
    const { seconds } = exerciseSchema.parse(parse(fileOf(`${folder}/exercise.yaml`)));
    const runs = await runsOf(fileOf(`${folder}/solution.ts`), check, seconds);
    expect(wrong(check, runs)).toEqual([]);
    const [right] = runs;
    expect(wrong(check, [await runOnce(right === undefined ? '' : imitationOf(right), 2)])).not.toEqual([]);
  },
);

test.each(exercises)('$name: the start fails', { timeout: 60_000 }, async ({ folder, check }) => {
  const { startFails, seconds } = exerciseSchema.parse(parse(fileOf(`${folder}/exercise.yaml`)));
  const [first] = wrong(check, await runsOf(fileOf(`${folder}/start.ts`), check, Math.min(seconds, 5)));
  expect(first?.seen.en).toMatch(new RegExp(startFails));
});
