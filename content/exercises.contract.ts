/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '@/runtime/contract/run-program';
import { type CheckedRun, type ExerciseCheck, judge, judgeRuns, Queries } from '@/runtime/trace';
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
  const { startFails, seconds } = exerciseSchema.parse(parse(fileOf(`${folder}/exercise.yaml`)));
  const [start, solution] = [fileOf(`${folder}/start.ts`), fileOf(`${folder}/solution.ts`)];
  const name = folder.replace('./lessons/', '').replace('/exercises', '');
  return { name, check, start, solution, startFails, seconds };
});

async function runOnce(source: string, seconds: number): Promise<CheckedRun> {
  const run = await runProgram(source, {
    timeout: 60,
    // A start may hang on purpose. As on the page, a check waits so long, or until nobody can go on.
    during: (machine) => {
      machine.closeInput();
      const timer = setTimeout(() => machine.stop(), seconds * 1000);
      machine.subscribe(() => {
        const { exitcode, notices } = machine.getSnapshot();
        if (exitcode !== null) clearTimeout(timer);
        else if (notices.some(({ kind }) => kind === 'deadlock')) machine.stop();
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

/** What a solution prints, by its source. */
const printedBy = new Map<string, Promise<readonly string[]>>();

function linesOf(solution: string, seconds: number): Promise<readonly string[]> {
  const known = printedBy.get(solution) ?? runOnce(solution, seconds).then(({ stdout }) => stdout);
  printedBy.set(solution, known);
  return known;
}

/** A program that prints these lines, and does nothing. */
function imitationOf(lines: readonly string[]): string {
  return lines.map((line) => `console.log(${JSON.stringify(line)});\n`).join('');
}

async function wrong(check: ExerciseCheck, source: string, seconds: number) {
  return (await judgeRuns(check, () => runOnce(source, seconds))).filter(({ yes }) => !yes);
}

test.each(exercises)(
  '$name: the solution passes, and to print the same does not',
  { timeout: 60_000 },
  async ({ check, solution, seconds }) => {
    expect(await wrong(check, solution, seconds)).toEqual([]);
    expect(await wrong(check, imitationOf(await linesOf(solution, seconds)), 2)).not.toEqual([]);
  },
);

test.concurrent.each(exercises)(
  '$name: the start fails, and prints what the solution prints in vain',
  { timeout: 60_000 },
  async ({ check, start, solution, startFails, seconds }) => {
    const runs: CheckedRun[] = [];
    const verdicts = await judgeRuns(check, async () => {
      const run = await runOnce(start, Math.min(seconds, 5));
      runs.push(run);
      return run;
    });
    const [first] = verdicts.filter(({ yes }) => !yes);
    expect(first?.seen.en).toMatch(new RegExp(startFails));
    const stdout = await linesOf(solution, seconds);
    const imitation = judge(
      check,
      runs.map((run) => ({ ...run, stdout })),
    );
    expect(imitation.every(({ yes }) => yes)).toBe(false);
  },
);
