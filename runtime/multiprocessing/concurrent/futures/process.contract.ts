import { expect, test } from 'vitest';
import { runProgram } from '../../../contract/run-program';

const HEAD = `
import { ALL_COMPLETED, CancelledError, FIRST_COMPLETED, FIRST_EXCEPTION, Future, InvalidStateError, ProcessPoolExecutor, TimeoutError, asCompleted, wait } from 'concurrent/futures';
import { BrokenProcessPool } from 'concurrent/futures/process';
import { SystemExit, ValueError, range } from 'builtins';
import { activeChildren, Process } from 'multiprocessing';
import os from 'os';
import sys from 'sys';
import time from 'time';
function square(n: number) { return n * n; }
function add(a: number, b: number) { return a + b; }
function pid(_: unknown) { return os.getpid(); }
function nap(seconds: number) { time.sleep(seconds); return seconds; }
function refuse(text: string): never { throw new ValueError(text); }
function log(...args: unknown[]) { console.log(...args); }
function raised(f: () => unknown) { try { f(); } catch (e) { return (e as Error).name + ': ' + (e as Error).message; } return 'nothing'; }
`;

async function linesOf(body: string, definitions = ''): Promise<string[]> {
  const run = await runProgram(`${HEAD}${definitions}\nif (import.meta.main) {\n${body}\n}`);
  expect({ stderr: run.stderr, exitcode: run.exitcode }).toEqual({ stderr: '', exitcode: 0 });
  return run.stdout.trimEnd().split('\n');
}

test('calls are done, mapped over several iterables, and awaited in any way', async () => {
  const lines = await linesOf(
    `using ex = new ProcessPoolExecutor(2);
     log(...ex.map(add, [1, 2, 3], [10, 20]), '|', ...ex.map(square, range(7), { chunksize: 3 }));
     const slow = ex.submit(nap, 2);
     const quick = ex.submit(nap, 0);
     const first = wait([slow, quick], { returnWhen: FIRST_COMPLETED });
     log(first.done.has(quick), first.notDone.has(slow));
     const failing = ex.submit(refuse, 'no');
     log(wait([slow, failing], { returnWhen: FIRST_EXCEPTION }).done.has(failing));
     log(wait([slow, quick, failing]).notDone.size, wait([ex.submit(nap, 0.3)], { timeout: 0 }).done.size);
     log(raised(() => [...asCompleted([ex.submit(nap, 0.5), quick], 0.05)]), raised(() => wait([slow], { returnWhen: 'X' as never })));
     log(String(failing).replace(/0x[0-9a-f]+/, '0x'), String(quick).replace(/0x[0-9a-f]+/, '0x'));
     log(raised(() => quick.setResult(1)).replace(/0x[0-9a-f]+/, '0x'));`,
  );
  expect(lines).toEqual([
    '11 22 | 0 1 4 9 16 25 36',
    'true true',
    'true',
    '0 0',
    "TimeoutError: 1 (of 2) futures unfinished ValueError: Invalid return condition: 'X'",
    '<Future at 0x state=finished raised ValueError> <Future at 0x state=finished returned int>',
    'InvalidStateError: FINISHED: <Future at 0x state=finished returned int>',
  ]);
});

test('what has not begun can be cancelled, and what is about to begin cannot', async () => {
  const lines = await linesOf(
    `const ex = new ProcessPoolExecutor(1);
     const busy = ex.submit(nap, 0.5);
     while (activeChildren().length === 0 || !busy.running()) time.sleep(0.01);
     const rest = range(8).map((n) => ex.submit(square, n));
     const seen: string[] = [];
     rest[7]?.addDoneCallback((f) => seen.push(String(f.cancelled())));
     log(rest[0]?.cancel(), rest[7]?.cancel(), seen, raised(() => rest[7]?.result()));
     ex.shutdown({ cancelFutures: true });
     log(rest[0]?.result(), rest.filter((f) => f.cancelled()).length > 3, rest.every((f) => f.done()));
     log(raised(() => ex.submit(square, 1)), activeChildren().length);`,
  );
  expect(lines).toEqual([
    "false true [ 'true' ] CancelledError: ",
    '0 true true',
    'RuntimeError: cannot schedule new futures after shutdown 0',
  ]);
});

test('a worker that dies breaks the executor: every call under way fails', async () => {
  const lines = await linesOf(
    `const ex = new ProcessPoolExecutor(2);
     const fs = [ex.submit(nap, 20), ex.submit(die), ex.submit(nap, 20), ex.submit(square, 1)];
     log(new Set(fs.slice(0, 3).map((f) => (f.exception() as Error).name)));
     log(raised(() => ex.submit(square, 1)), activeChildren().length);
     ex.shutdown();`,
    `function die() { os.kill(os.getpid(), 9); }`,
  );
  expect(lines).toEqual([
    "Set(1) { 'BrokenProcessPool' }",
    'BrokenProcessPool: A child process terminated abruptly, the process pool is not usable anymore 0',
  ]);
});

test('the death of any worker is heard, whoever else was started or asked about since', async () => {
  const lines = await linesOf(
    `const ex = new ProcessPoolExecutor(2);
     ex.submit(square, 1).result();
     const [first] = activeChildren();
     const naps = [ex.submit(nap, 20), ex.submit(nap, 20)];
     new Process({ target: shoot, args: [first!.pid!] }).start();
     log(naps.map((f) => (f.exception() as Error).name));
     ex.shutdown();`,
    `function shoot(pid: number) { time.sleep(0.3); os.kill(pid, 9); }`,
  );
  expect(lines).toEqual(["[ 'BrokenProcessPool', 'BrokenProcessPool' ]"]);
});

test('an initializer that raises breaks it too, and says so', async () => {
  const run = await runProgram(`${HEAD}
    function begin() { throw new ValueError('not today'); }
    if (import.meta.main) {
      using ex = new ProcessPoolExecutor({ maxWorkers: 1, initializer: begin });
      log(ex.submit(square, 2).exception() instanceof BrokenProcessPool);
    }`);
  expect(run.stdout).toBe('true\n');
  expect(run.stderr).toMatch(/^Exception in initializer:\nTraceback[\s\S]*ValueError: not today\n$/);
});

test('a call may exit, be async, or return what cannot travel; workers are replaced when they have done enough', async () => {
  const lines = await linesOf(
    `using ex = new ProcessPoolExecutor({ maxWorkers: 2, maxTasksPerChild: 2 });
     log(ex.submit(quit).exception() instanceof SystemExit, ex.submit(later, 1).result());
     log((ex.submit(give).exception() as Error).name);
     const pids = [...ex.map(pid, range(12))];
     const counts = new Map<number, number>();
     for (const p of pids) counts.set(p, (counts.get(p) ?? 0) + 1);
     log(counts.size >= 6, Math.max(...counts.values()));
     const f = ex.submit(square, 9);
     let got = 0;
     f.addDoneCallback((done) => { got = done.result(); });
     log(f.result(), got);`,
    `function quit() { sys.exit(3); }
     async function later(n: number) { await null; return n + 1; }
     function give() { return () => 1; }`,
  );
  expect(lines).toEqual(['true 2', 'AttributeError', 'true 2', '81 81']);
});

test('the program waits for its executors at its end', async () => {
  const lines = await linesOf(
    `const ex = new ProcessPoolExecutor(1);
     ex.submit(nap, 0.2).addDoneCallback((f) => log('done', f.result()));
     log('last line');`,
  );
  expect(lines).toEqual(['last line', 'done 0.2']);
});
