import { ValueError, range } from 'builtins';
import { Pool, type Process } from 'multiprocessing';
import time from 'time';
import { DELTA, assertEqual, assertNotEqual, assertRaises, assertTrue } from './assertions';

function sqr(x: number, wait = 0): number {
  time.sleep(wait);
  return x * x;
}

function byNumber(a: number | null, b: number | null): number {
  return (a ?? 0) - (b ?? 0);
}

export function testPoolWorkerLifetime(): void {
  const p = new Pool({ processes: 3, maxtasksperchild: 10 });
  const inside = p as unknown as { readonly _pool: readonly Process[]; _repopulatePool(): void };
  assertEqual(3, inside._pool.length);
  const originalPids = inside._pool.map(({ pid }) => pid);
  const results = range(100).map((i) => p.applyAsync(sqr, [i]));
  results.forEach((result, i) => assertEqual(result.get(), sqr(i)));
  inside._repopulatePool();
  for (let countdown = 50; countdown > 0 && !inside._pool.every((w) => w.isAlive()); countdown--) time.sleep(DELTA);
  const finalPids = inside._pool.map(({ pid }) => pid);
  assertTrue(!originalPids.includes(null));
  assertTrue(!finalPids.includes(null));
  assertNotEqual(originalPids.sort(byNumber), finalPids.sort(byNumber));
  p.close();
  p.join();
}

export function testPoolWorkerLifetimeEarlyClose(): void {
  const p = new Pool({ processes: 3, maxtasksperchild: 1 });
  const results = range(6).map((i) => p.applyAsync(sqr, [i, 0.3]));
  p.close();
  p.join();
  results.forEach((result, j) => assertEqual(result.get(), sqr(j)));
}

export function testPoolMaxtasksperchildInvalid(): void {
  for (const maxtasksperchild of [0, -1, 0.5, '12' as unknown as number]) {
    assertRaises(ValueError, () => new Pool({ processes: 3, maxtasksperchild }));
  }
}

class A {
  readonly pool = new Pool(1);
}

const problems: A[] = [];

export function testWorkerFinalizationViaAtexitHandlerOfMultiprocessing(): void {
  // The program ends with the pool still running.
  const problem = new A();
  problems.push(problem);
  problem.pool.map(Number, range(10));
}
