import { expect, test } from 'vitest';
import { type CheckedRun, endsWell, judge, judgeRuns } from './exercise-check';
import { Queries } from './queries';

const run = (exitcode: number | null, stderr = ''): CheckedRun => ({ stdout: [], stderr, exitcode, queries: new Queries([]) });

test('one wrong run of many is what is told', () => {
  const [verdict] = judge({ wants: [endsWell] }, [run(0), run(1, 'Traceback\nValueError: no\n'), run(0)]);
  expect(verdict).toMatchObject({ yes: false, run: 2, seen: { en: 'it ended with exit status 1, and said: ValueError: no' } });
});

test('of an error of many lines the first sentence is told', () => {
  const guard =
    'Traceback (most recent call last):\n  main.ts:8:3\nRuntimeError: \n        An attempt has been\n        made too early.\n\n        Add a guard.\n';
  const [verdict] = judge({ wants: [endsWell] }, [run(0, guard)]);
  expect(verdict?.seen.en).toBe('it ended with exit status 0, and said: RuntimeError: An attempt has been made too early');
});

test('all runs have to be right', () => {
  expect(judge({ wants: [endsWell] }, [run(0), run(0)])).toMatchObject([{ yes: true, run: 2 }]);
});

test('a run that had to be stopped did not end', () => {
  expect(judge({ wants: [endsWell] }, [run(null)])[0]?.seen.en).toMatch(/^it did not end/);
});

test('what was never run is not right', () => {
  expect(judge({ wants: [endsWell] }, [])).toMatchObject([{ yes: false, seen: { zh: '程序没有运行' } }]);
});

test('runs go on until one is wrong', async () => {
  const codes = [0, 0, 1, 0];
  const check = { runs: 4, wants: [endsWell] };
  expect(await judgeRuns(check, (count) => Promise.resolve(run(codes[count - 1] ?? null)))).toMatchObject([
    { yes: false, run: 3 },
  ]);
  let made = 0;
  await judgeRuns(check, (count) => Promise.resolve(run((made = count) > 4 ? 1 : 0)));
  expect(made).toBe(4);
});
