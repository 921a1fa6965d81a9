import { ProcessPoolExecutor } from 'concurrent/futures';
import mp, { type Pool } from 'multiprocessing';
import os from 'os';
import { range, ValueError } from 'builtins';
import signal from 'signal';
import sys from 'sys';
import time from 'time';
import { check, randomBy } from './random';

/*
 * pools.ts SEED SCALE: tasks of all sizes, some of which fail, by every way into a pool, whose workers may be replaced after a
 * few. Each answer comes once and is its own, in its order where there is one. Then workers are killed at random: each takes at
 * most the task with it that it had; and an executor that loses a worker tells everybody who waits.
 */

type Task = readonly [number: number, bytes: number];

const FAILS_EACH = 19;

function work([number, bytes]: Task): string {
  if (number % FAILS_EACH === 0) throw new ValueError(`no ${number}`);
  return `${number}:${'x'.repeat(bytes)}`;
}

function nap([number, bytes]: Task): number {
  time.sleep(bytes / 1e7);
  return number;
}

/** What came back, or the text of the error that did. */
function answerOf(get: () => string): string {
  try {
    return get();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return error.message;
  }
}

function checkAll(way: string, answers: readonly string[], tasks: readonly Task[]): void {
  check(answers.length === tasks.length, `${way}: ${answers.length} answers to ${tasks.length} tasks`);
  tasks.forEach((task, index) => {
    const answer = answers[index] ?? '';
    check(answer === answerOf(() => work(task)), `${way}: ${answer.slice(0, 20)} is no answer to ${task[0]}`);
  });
}

function inOrder(
  results: IterableIterator<string> & { next(timeout?: number): IteratorResult<string> },
  count: number,
): string[] {
  return range(count).map(() => answerOf(() => results.next(60).value as string));
}

function round(pool: Pool, count: number, random: () => number): void {
  const tasks = range(count).map((number): Task => [number, random() < 0.05 ? 200_000 : Math.floor(random() * 300)]);
  const good = tasks.filter(([number]) => number % FAILS_EACH !== 0);
  const chunk = () => 1 + Math.floor(random() * 9);
  checkAll('map', pool.map(work, good, chunk()), good);
  checkAll('imap', inOrder(pool.imap(work, tasks), count), tasks);
  const unordered = [...pool.imapUnordered(work, good, chunk())];
  const byNumber = (text: string) => Number(text.split(':')[0]);
  checkAll(
    'imapUnordered',
    unordered.sort((a, b) => byNumber(a) - byNumber(b)),
    good,
  );
  const asked = tasks.map((task) => pool.applyAsync(work, [task]));
  checkAll(
    'applyAsync',
    asked.map((result) => answerOf(() => result.get(60))),
    tasks,
  );
}

/** Kills workers while tasks are done; a task may be lost with each, and no other. */
function killWorkers(count: number, kills: number, random: () => number): void {
  using pool = new mp.Pool(4);
  const results = range(count).map((number) => pool.applyAsync(nap, [[number, Math.floor(random() * 20_000)]]));
  for (const _ of range(kills)) {
    time.sleep(random() * 0.02);
    const workers = mp.activeChildren();
    const victim = workers[Math.floor(random() * workers.length)];
    if (victim?.pid != null) os.kill(victim.pid, signal.SIGKILL);
  }
  const deadline = time.monotonic() + 60;
  const answered = () => results.filter((result) => result.ready()).length;
  while (answered() < count - kills && time.monotonic() < deadline) time.sleep(0.01);
  check(answered() >= count - kills, `${count - answered()} of ${count} tasks were lost with ${kills} workers`);
  results.forEach((result, number) => {
    if (result.ready()) check(result.get() === number, `${number} got the answer to ${result.get()}`);
  });
}

/** Every future of an executor that loses a worker is over, in one way or the other. */
function breakExecutor(count: number, random: () => number): void {
  const executor = new ProcessPoolExecutor(3);
  const futures = range(count).map((number) => executor.submit(nap, [number, Math.floor(random() * 20_000)] as Task));
  time.sleep(random() * 0.1);
  const workers = mp.activeChildren();
  workers[Math.floor(random() * workers.length)]?.kill();
  futures.forEach((future, number) => {
    const error = future.exception(60);
    if (error == null) check(future.result() === number, `${number} got the answer to ${future.result()}`);
    else check(error.constructor.name === 'BrokenProcessPool', `${number} ended with ${error.constructor.name}`);
  });
  executor.shutdown();
}

if (import.meta.main) {
  const [, seed = '1', scale = '1'] = sys.argv;
  const random = randomBy(Number(seed));
  const count = Math.ceil(400 * Number(scale));
  for (const _ of range(Math.ceil(6 * Number(scale)))) {
    const maxtasksperchild = random() < 0.5 ? 1 + Math.floor(random() * 30) : undefined;
    using pool = new mp.Pool({
      processes: 1 + Math.floor(random() * 4),
      ...(maxtasksperchild === undefined ? {} : { maxtasksperchild }),
    });
    round(pool, count, random);
  }
  killWorkers(count, Math.ceil(20 * Number(scale)), random);
  for (const _ of range(Math.ceil(5 * Number(scale)))) breakExecutor(Math.ceil(count / 4), random);
  console.log('ok');
}
