import { expect, test } from 'vitest';
import { runProgram } from './run-program';

test('a run tells who started whom, who waited for what, and how each ended', async () => {
  const { trace } = await runProgram(`import { Process } from 'multiprocessing';
import { sleep } from 'time';
import { exit } from 'sys';
function work(): void {
  sleep(0.1);
  exit(3);
}
if (import.meta.main) {
  const p = new Process({ target: work });
  p.start();
  p.join();
}
`);
  const [main, child] = trace.flatMap((event) => (event.type === 'process/spawned' ? [event] : []));
  expect([main?.name, child?.name, child?.parentPid]).toEqual(['MainProcess', 'Process-1', main?.pid]);
  const of = (pid: number | undefined) => trace.filter((event) => event.pid === pid);
  const told = of(child?.pid).map((event) => [event.type, event.place?.line ?? null]);
  expect(told).toEqual([
    ['process/spawned', null],
    ['process/running', null],
    ['wait/began', 5],
    ['wait/ended', 5],
    ['process/exited', null],
  ]);
  const join = of(main?.pid).find((event) => event.type === 'wait/began');
  expect(join).toMatchObject({ reason: 'join', object: child?.pid, deadlineMs: null, place: { file: 'main.ts', line: 11 } });
  expect(of(child?.pid).at(-1)).toMatchObject({ exitcode: 3 });
  const times = trace.map(({ timeMs }) => timeMs);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
