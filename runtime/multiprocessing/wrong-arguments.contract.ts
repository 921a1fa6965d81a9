import { expect, test } from 'vitest';
import { runProgram } from '../contract/run-program';

/* What the types refuse is refused when it runs, too: nothing is dropped or waited for without a word. */

const HEAD = `
import * as mp from 'multiprocessing';
import { ThreadPool } from 'multiprocessing/pool';
import { BaseManager } from 'multiprocessing/managers';
import { Client, Listener } from 'multiprocessing/connection';
import { ShareableList, SharedMemory } from 'multiprocessing/shared_memory';
import { ProcessPoolExecutor, ThreadPoolExecutor, asCompleted, wait } from 'concurrent/futures';
import * as threading from 'threading';
import { Queue } from 'queue';
const f = (...args: unknown[]) => args.length;
const as = <T,>(value: unknown) => value as T;
function tell(call: () => unknown) {
  try { call(); console.log('nothing'); } catch (e) { console.log((e as Error).name + ': ' + (e as Error).message); }
}
`;

async function told(calls: readonly string[], setting = ''): Promise<string[]> {
  const body = calls.map((call) => `tell(() => ${call});`).join('\n');
  const run = await runProgram(`${HEAD}\nif (import.meta.main) {\n${setting}\n${body}\n}`);
  expect({ stderr: run.stderr, exitcode: run.exitcode }).toEqual({ stderr: '', exitcode: 0 });
  return run.stdout.trimEnd().split('\n');
}

async function expectTold(cases: readonly (readonly [call: string, answer: string])[], setting?: string): Promise<void> {
  const answers = await told(
    cases.map(([call]) => call),
    setting,
  );
  expect(cases.map(([call], index) => [call, answers[index]])).toEqual(cases);
}

const unexpected = (call: string, name: string) => `TypeError: ${call}() got an unexpected keyword argument '${name}'`;

test('an option that does not exist is told by the name that CPython uses', async () => {
  await expectTold([
    ['new mp.Process(as({ traget: f }))', unexpected('BaseProcess.__init__', 'traget')],
    ['new mp.Pool(as({ workers: 2 }))', unexpected('BaseContext.Pool', 'workers')],
    ['new ThreadPool(as({ workers: 2 }))', unexpected('ThreadPool.__init__', 'workers')],
    ['new mp.Barrier(2, as({ tmeout: 5 }))', unexpected('BaseContext.Barrier', 'tmeout')],
    ["new mp.SharedArray('i', 1, as({ lok: false }))", unexpected('BaseContext.Array', 'lok')],
    ['new threading.Thread(as({ traget: f }))', unexpected('Thread.__init__', 'traget')],
    ['new threading.Barrier(2, as({ tmeout: 5 }))', unexpected('Barrier.__init__', 'tmeout')],
    ['new ProcessPoolExecutor(as({ workers: 2 }))', unexpected('ProcessPoolExecutor.__init__', 'workers')],
    ['new ThreadPoolExecutor(as({ workers: 2 }))', unexpected('ThreadPoolExecutor.__init__', 'workers')],
    ['wait([], as({ timout: 5 }))', unexpected('wait', 'timout')],
    ['asCompleted([], as({ timout: 5 }))', unexpected('as_completed', 'timout')],
    ["new SharedMemory(as({ nam: 'x' }))", unexpected('SharedMemory.__init__', 'nam')],
    ["new ShareableList([1], as({ nam: 'x' }))", unexpected('ShareableList.__init__', 'nam')],
    ["new BaseManager(as({ adress: 'x' }))", unexpected('BaseManager.__init__', 'adress')],
    ["new Listener('x', as({ authky: 5 }))", unexpected('Listener.__init__', 'authky')],
    ["Client('x', as({ authky: 5 }))", unexpected('Client', 'authky')],
  ]);
});

test("Python's order of arguments, where there are options, says what to write instead", async () => {
  const keywords = '{ processes, initializer, initargs, maxtasksperchild, context }';
  await expectTold([
    ['new mp.Process(as(f))', 'AssertionError: group argument must be None for now'],
    ['new threading.Thread(as(f))', 'AssertionError: group argument must be None for now'],
    [
      'Reflect.construct(mp.Pool, [2, f, [1]])',
      `TypeError: BaseContext.Pool() takes a number or an object, ${keywords}, and nothing after it`,
    ],
    [
      'new mp.Barrier(2, as(5))',
      "TypeError: BaseContext.Barrier() takes its options as an object, { action, timeout }, not 'int'",
    ],
    [
      "new mp.SharedArray('i', 1, as(false))",
      "TypeError: BaseContext.Array() takes its options as an object, { lock }, not 'bool'",
    ],
    ['Reflect.construct(threading.Timer, [1])', "TypeError: Timer.__init__() missing 1 required positional argument: 'function'"],
  ]);
});

test('options where arguments are wanted do not count as yes', async () => {
  const flag = (name: string) =>
    `TypeError: ${name} must be true or false, not 'dict': arguments are given one by one, not as an object`;
  await expectTold([
    ['mp.Pipe(as({ duplex: false }))', flag('duplex')],
    ['new mp.Lock().acquire(as({ timeout: 1 }))', flag('block')],
    ['new mp.Condition().acquire(as({ timeout: 1 }))', flag('block')],
    ['new mp.Queue().get(as({ timeout: 1 }))', flag('block')],
    ['new mp.Queue().put(1, as({ timeout: 1 }))', flag('block')],
    ['new threading.Lock().acquire(as({ timeout: 1 }))', flag('blocking')],
    ['new threading.Semaphore().acquire(as({ timeout: 1 }))', flag('blocking')],
    ['new Queue().get(as({ timeout: 1 }))', flag('block')],
  ]);
});

test('numbers that are none', async () => {
  const compared = (operator: string, type: string) =>
    `TypeError: '${operator}' not supported between instances of '${type}' and 'int'`;
  const float = "TypeError: 'float' object cannot be interpreted as an integer";
  await expectTold(
    [
      ["new mp.Pool(as('2'))", compared('<', 'str')],
      ['new mp.Pool(1.5)', float],
      ['new mp.Queue(as({ maxsize: 1 }))', compared('<=', 'dict')],
      ['new mp.JoinableQueue(1.5)', float],
      ['new Queue(as({ maxsize: 1 })).put(1)', compared('>', 'dict')],
      ["new ProcessPoolExecutor(as('2'))", compared('<=', 'str')],
      ['pool.map(f, [1, 2], as({ chunksize: 1 }))', compared('<=', 'dict')],
      ['pool.map(f, [1, 2], 1.5)', float],
      ['pool.imap(f, [1, 2], as({ chunksize: 1 }))', compared('<', 'dict')],
      ['pool.apply(f, [1], as(5))', 'TypeError: argument after ** must be a mapping, not int'],
      [
        'pool.mapAsync(f, [1], 1, as(f))',
        "TypeError: Pool.map_async() takes its options as an object, { callback, errorCallback }, not 'function'",
      ],
    ],
    'using pool = new mp.Pool(1);',
  );
});

test('a name that a module does not have is told beside those it has', async () => {
  const run = await runProgram(`import { Proces } from 'multiprocessing';\nnew Proces();`);
  expect(run.exitcode).toBe(1);
  expect(run.stderr).toMatch(/ImportError: cannot import name 'Proces' from 'multiprocessing', which has .*\bProcess\b.*\n$/u);
});
