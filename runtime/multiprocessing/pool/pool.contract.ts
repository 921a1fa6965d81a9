import { expect, test } from 'vitest';
import { runProgram } from '../../contract/run-program';

/* What pools promise beyond CPython's recordings: who dies, what is lost, and what goes on. */

const HEAD = `
import { activeChildren, Pool, Process, TimeoutError } from 'multiprocessing';
import { MaybeEncodingError, RemoteTraceback } from 'multiprocessing/pool';
import { AssertionError, NotImplementedError, ValueError, range, repr } from 'builtins';
import os from 'os';
import sys from 'sys';
import time from 'time';
import pickle from 'pickle';
function square(n: number) { return n * n; }
function pid(_: unknown) { return os.getpid(); }
function log(...args: unknown[]) { console.log(...args); }
function raised(f: () => unknown) { try { f(); } catch (e) { return (e as Error).name + ': ' + (e as Error).message; } return 'nothing'; }
`;

async function linesOf(body: string, definitions = ''): Promise<string[]> {
  const run = await runProgram(`${HEAD}${definitions}\nif (import.meta.main) {\n${body}\n}`);
  expect({ stderr: run.stderr, exitcode: run.exitcode }).toEqual({ stderr: '', exitcode: 0 });
  return run.stdout.trimEnd().split('\n');
}

test('a worker is replaced at once, whoever else was started or asked about since', async () => {
  const lines = await linesOf(
    `using pool = new Pool(1);
     const [worker] = activeChildren();
     pool.applyAsync(time.sleep, [20]);
     const next = pool.applyAsync(square, [3]);
     new Process({ target: shoot, args: [worker!.pid!] }).start();
     log(next.get(10));`,
    `function shoot(pid: number) { time.sleep(0.3); os.kill(pid, 9); }`,
  );
  expect(lines).toEqual(['9']);
});

test('a worker that is killed is replaced, and only its task is lost', async () => {
  const lines = await linesOf(
    `const pool = new Pool(2);
     const doomed = pool.applyAsync(die);
     const results = range(50).map((n) => pool.applyAsync(square, [n]));
     log(results.every((r, n) => r.get() === n * n));
     log(raised(() => doomed.get(0.3)));
     log(pool.map(square, range(5)));
     log(String(pool));
     pool.terminate();`,
    `function die() { os.kill(os.getpid(), 9); }`,
  );
  expect(lines).toEqual(['true', 'TimeoutError: ', '[ 0, 1, 4, 9, 16 ]', '<multiprocessing.pool.Pool state=RUN pool_size=2>']);
});

test('a worker that answers and ends before anybody has looked is answered once', async () => {
  const lines = await linesOf(
    `const pool = new Pool({ processes: 1, maxtasksperchild: 1 });
     const results = [1, 2].map((n) => pool.applyAsync(square, [n]));
     // Nothing of the library is called meanwhile, so nobody looks at the answer.
     const end = performance.now() + 700;
     while (performance.now() < end);
     (pool as unknown as { _repopulatePool(): void })._repopulatePool();
     log(results.map((result) => result.get()));
     pool.close();
     pool.join();`,
  );
  expect(lines).toEqual(['[ 1, 4 ]']);
});

test('the task of a worker that ended by itself is lost as well, and the deadlock is told', async () => {
  let notice = '';
  const run = await runProgram(
    `${HEAD}
     function leave() { os._exit(3); }
     if (import.meta.main) {
       const pool = new Pool(1);
       pool.apply(leave);
     }`,
    {
      during: (machine) =>
        machine.subscribe(() => {
          const found = machine.getSnapshot().notices.find(({ kind }) => kind === 'deadlock');
          if (found === undefined || notice !== '') return;
          notice = found.text;
          machine.interrupt();
        }),
    },
  );
  expect(notice).toMatch(/MainProcess \(\d+\) waits at main\.ts:\d+:\d+ for the result of a task that no worker has any more/);
  expect(run.stderr).toContain('KeyboardInterrupt');
});

test('workers do as many tasks as they may, and names go on', async () => {
  const lines = await linesOf(
    `const pool = new Pool({ processes: 2, maxtasksperchild: 3 });
     const pids = pool.map(pid, range(30), 1);
     const counts = new Map<number, number>();
     for (const p of pids) counts.set(p, (counts.get(p) ?? 0) + 1);
     log(counts.size >= 10, Math.max(...counts.values()));
     pool.close();
     pool.join();
     log(String(pool));`,
  );
  expect(lines).toEqual(['true 3', '<multiprocessing.pool.Pool state=CLOSE pool_size=2>']);
});

test('callbacks come in the order of completion and before their result is ready', async () => {
  const lines = await linesOf(
    `const pool = new Pool(1);
     const seen: string[] = [];
     const a = pool.applyAsync(square, [2], {}, { callback: (v) => seen.push('a' + v + a.ready()) });
     const b = pool.applyAsync(fail, [], {}, { errorCallback: (e) => seen.push((e as Error).message + b.ready()) });
     const c = pool.mapAsync(square, [1, 2], null, { callback: (v) => seen.push('c' + v) });
     c.wait();
     log(seen.join(' '), a.successful(), b.successful());
     const d = pool.applyAsync(square, [3], {}, { callback: (v) => { seen.push('again' + pool.applyAsync(square, [v]).ready()); } });
     d.wait();
     log(seen.at(-1));
     pool.close(); pool.join();`,
    `function fail() { throw new ValueError('b'); }`,
  );
  expect(lines).toEqual(['a4false bfalse c1,4 true false', 'againfalse']);
});

test('a callback that raises ends the handling of results', async () => {
  const run = await runProgram(`${HEAD}
    if (import.meta.main) {
      const pool = new Pool(1);
      let isCalled = false;
      const r = pool.applyAsync(square, [2], {}, { callback: () => { isCalled = true; throw new ValueError('oops'); } });
      while (!isCalled) r.wait(0.01);
      log(raised(() => r.get(0.1)), raised(() => pool.applyAsync(square, [1]).get(0.1)), r.ready());
      log(raised(() => pool.terminate()));
    }`);
  expect(run.stdout.split('\n').slice(0, 2)).toEqual([
    'TimeoutError:  TimeoutError:  false',
    'AssertionError: Cannot have cache with result_hander not alive',
  ]);
  expect(run.stderr).toMatch(/^Exception in thread Thread-3 \(_handle_results\):\nTraceback[\s\S]*ValueError: oops\n$/);
});

test('what cannot be pickled fails its task and nothing else', async () => {
  const lines = await linesOf(
    `const pool = new Pool(2);
     log(raised(() => pool.apply(give)));
     try { pool.apply(give); } catch (e) { log(e instanceof MaybeEncodingError, (e as MaybeEncodingError).exc); }
     log(raised(() => pool.apply(() => 1)));
     log(raised(() => pool.map(square, [1, (() => 2) as never, 3], 1)));
     log(raised(() => pool.apply(square, [pool as never])));
     log(raised(() => pickle.dumps(pool)));
     log(pool.apply(square, [4]));
     pool.terminate();`,
    `function give() { return () => 42; }`,
  );
  expect(lines[0]).toMatch(
    /^MaybeEncodingError: Error sending result: '.*'\. Reason: 'AttributeError\("Can't pickle local object 'give.<locals>.<lambda>'"\)'$/,
  );
  expect(lines[1]).toMatch(/^true AttributeError\(/);
  expect(lines[2]).toBe("AttributeError: Can't pickle local object '<lambda>.<locals>.<lambda>'");
  expect(lines[3]).toBe(lines[2]);
  expect(lines.slice(4)).toEqual([
    'NotImplementedError: pool objects cannot be passed between processes or pickled',
    'NotImplementedError: pool objects cannot be passed between processes or pickled',
    '16',
  ]);
});

test('an iterable is read as it is needed, may raise, and may never end', async () => {
  const lines = await linesOf(
    `const pool = new Pool(2);
     let made = 0;
     function* slow() { for (;;) { time.sleep(0.05); yield made++; } }
     const began = time.monotonic();
     const it = pool.imap(square, slow());
     log(it.next().value, it.next().value, made < 200, time.monotonic() - began < 5);
     pool.terminate();
     const other = new Pool(2);
     function* endless() { for (let n = 0; ; n++) yield n; }
     let sum = 0;
     for (const n of other.imap(square, endless())) { sum += n; if (n > 1e6) break; }
     log(sum);
     function* broken() { yield 1; yield 2; throw new ValueError('no third'); }
     other.terminate();
     const third = new Pool(2);
     const parts = third.imap(square, broken());
     log(parts.next().value, parts.next().value, raised(() => parts.next()), parts.next().done);
     log(raised(() => third.map(square, broken())));
     const chunks = third.imap(square, range(10), 3);
     log(...chunks, [...third.imapUnordered(square, range(100), 7)].length);
     third.close(); third.join();`,
  );
  expect(lines).toEqual([
    '0 1 true true',
    '334835501',
    '1 4 ValueError: no third true',
    'ValueError: no third',
    '0 1 4 9 16 25 36 49 64 81 100',
  ]);
});

test('large tasks and results travel, and their memory comes back', async () => {
  const lines = await linesOf(
    `const pool = new Pool(2);
     for (let round = 0; round < 12; round++) {
       const big = new Uint8Array(4_000_000 + round).fill(round);
       const [a, b] = pool.map(echo, [big, big], 1);
       if (a?.length !== big.length || b?.[7] !== round) log('wrong', round);
     }
     log(pool.map(long, range(200), 1).every((text, n) => text.length === n * 500));
     pool.close(); pool.join();`,
    `function echo(bytes: Uint8Array) { return bytes; }
     function long(n: number) { return 'x'.repeat(n * 500); }`,
  );
  expect(lines).toEqual(['true']);
});

test('workers do not outlive their parent', async () => {
  const run = await runProgram(`${HEAD}
    if (import.meta.main) {
      const pool = new Pool(3);
      pool.map(square, [1, 2, 3]);
      os.kill(os.getpid(), 9);
    }`);
  expect(run).toMatchObject({ stdout: '', stderr: '' });
});

test('terminate drops queued tasks; the end of the program does it too', async () => {
  const lines = await linesOf(
    `const pool = new Pool(3);
     pool.mapAsync(time.sleep, range(10_000).map(() => 100), 1);
     const began = time.monotonic();
     pool.terminate();
     pool.join();
     log(time.monotonic() - began < 10, String(pool));
     const other = new Pool(2);
     other.mapAsync(time.sleep, [100, 100, 100], 1);`,
  );
  expect(lines).toEqual(['true <multiprocessing.pool.Pool state=TERMINATE pool_size=3>']);
});

test('functions may be async, and get their arguments as Python gives them', async () => {
  const lines = await linesOf(
    `const pool = new Pool(2);
     log(pool.apply(later, [3]), pool.map(later, [1, 2]), pool.starmap(add, [[1, 2], [3, 4]]));
     log(raised(() => pool.apply(square, [1, 2] as never)));
     log(raised(() => pool.map(5 as never, [1])));
     log(pool.map(Math.abs, [-1]), pool.map(Number, ['7']));
     pool.close(); pool.join();`,
    `async function later(n: number) { await null; return n + 1; }
     function add(a: number, b: number) { return a + b; }`,
  );
  expect(lines).toEqual([
    '4 [ 2, 3 ] [ 3, 7 ]',
    'TypeError: square() takes 1 positional argument but 2 were given',
    "TypeError: 'int' object is not callable",
    '[ 1 ] [ 7 ]',
  ]);
});

test('a worker that leaves by SystemExit, or cannot find its function, is replaced', async () => {
  const run = await runProgram(`${HEAD}
    function quit() { sys.exit(4); }
    if (import.meta.main) {
      const hidden = (n: number) => n;
      const pool = new Pool(1);
      log(raised(() => pool.applyAsync(quit).get(0.3)), raised(() => pool.applyAsync(hidden, [1]).get(0.5)), pool.apply(square, [3]));
      pool.terminate();
    }`);
  expect(run.stdout).toBe('TimeoutError:  TimeoutError:  9\n');
  expect(run.stderr).toMatch(
    /^Process SpawnPoolWorker-2:\nTraceback[\s\S]*AttributeError: Can't get attribute 'hidden' on <module '__mp_main__' from 'main.ts'>\n$/,
  );
});

test('an initializer runs in each worker, and one that raises does not start a storm', async () => {
  const run = await runProgram(`${HEAD}
    let base = 0;
    function begin(n: number) { base = n; }
    function shifted(n: number) { return base + n; }
    function refuse() { throw new ValueError('not today'); }
    if (import.meta.main) {
      const pool = new Pool({ processes: 2, initializer: begin, initargs: [40] });
      log(pool.map(shifted, range(4), 1));
      pool.terminate();
      const failing = new Pool({ processes: 2, initializer: refuse });
      log(raised(() => failing.applyAsync(square, [1]).get(2)));
      failing.terminate();
    }`);
  expect(run.stdout).toBe('[ 40, 41, 42, 43 ]\nTimeoutError: \n');
  const starts = run.stderr.match(/ValueError: not today/g)?.length ?? 0;
  expect(starts).toBeGreaterThanOrEqual(2);
  // Two at first, and two more each tenth of a second.
  expect(starts).toBeLessThanOrEqual(44);
});
