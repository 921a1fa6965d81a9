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
  return { name: folder.replace('./lessons/', '').replace('/exercises', ''), folder, check };
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

/** A program that only prints what the right one prints. */
function imitationOf({ stdout }: CheckedRun): string {
  return stdout.map((line) => `console.log(${JSON.stringify(line)});\n`).join('');
}

/** A lock between threads is of one process, and not traced: whether it was held around both can be seen by nothing but the sum. */
const onlyTheOutputTells = new Set(['08-threads-with-dummy/02-till']);

async function wrong(check: ExerciseCheck, source: string, seconds: number) {
  return (await judgeRuns(check, () => runOnce(source, seconds))).filter(({ yes }) => !yes);
}

test.each(exercises)(
  '$name: the solution passes, and to print the same does not',
  { timeout: 60_000 },
  async ({ folder, check }) => {
    const { seconds } = exerciseSchema.parse(parse(fileOf(`${folder}/exercise.yaml`)));
    const solution = fileOf(`${folder}/solution.ts`);
    expect(await wrong(check, solution, seconds)).toEqual([]);
    expect(await wrong(check, imitationOf(await runOnce(solution, seconds)), 2)).not.toEqual([]);
  },
);

test.concurrent.each(exercises)(
  '$name: the start fails, and prints what the solution prints in vain',
  { timeout: 60_000 },
  async ({ name, folder, check }) => {
    const { startFails, seconds } = exerciseSchema.parse(parse(fileOf(`${folder}/exercise.yaml`)));
    const runs: CheckedRun[] = [];
    const verdicts = await judgeRuns(check, async () => {
      const run = await runOnce(fileOf(`${folder}/start.ts`), Math.min(seconds, 5));
      runs.push(run);
      return run;
    });
    const [first] = verdicts.filter(({ yes }) => !yes);
    expect(first?.seen.en).toMatch(new RegExp(startFails));
    const { stdout } = await runOnce(fileOf(`${folder}/solution.ts`), seconds);
    const imitation = judge(
      check,
      runs.map((run) => ({ ...run, stdout })),
    );
    expect(imitation.every(({ yes }) => yes)).toBe(onlyTheOutputTells.has(name));
  },
);
