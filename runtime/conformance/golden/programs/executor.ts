import { ProcessPoolExecutor, asCompleted } from 'concurrent/futures';
import { BrokenProcessPool } from 'concurrent/futures/process';
import { ValueError, range } from 'builtins';
import { PicklingError } from 'pickle';
import os from 'os';
import time from 'time';

/** Where Python has the class of an exception. */
function moduleOf(e: unknown) {
  if (e instanceof BrokenProcessPool) return 'concurrent.futures.process';
  return e instanceof PicklingError ? '_pickle' : 'builtins';
}

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', fn()); }
  catch (e) { console.log(label, '->', `${moduleOf(e)}.${(e as Error).name}:`, (e as Error).message); }
}

function sq(x: number) { return x * x; }
function bad(x: number) { throw new ValueError(`bad ${x}`); }
function die() { os._exit(3); }
function slow() { time.sleep(2); }
function py(value: boolean) { return value ? 'True' : 'False'; }
function list(values: Iterable<number>) { return `[${[...values].join(', ')}]`; }
const lambda = [() => 1][0]!;

if (import.meta.main) {
  let ex = new ProcessPoolExecutor(2);
  {
    using _ = ex;
    console.log(list(ex.map(sq, range(5))), list([...asCompleted(range(3).map((i) => ex.submit(sq, i)))].map((f) => f.result()).sort((a, b) => a - b)));
    const f = ex.submit(bad, 3); t('exc', () => f.result()); const e = f.exception() as Error; const cause = e.cause as Error; console.log(cause.name, py(cause.message.includes('throw new ValueError'))); t('lambda', () => ex.submit(lambda).result());
    const g = ex.submit(slow); t('timeout', () => g.result(0.1)); console.log(py(g.running()), py(g.done()), py(g.cancel()));
  }
  t('after shutdown', () => ex.submit(sq, 1)); t('max_workers', () => new ProcessPoolExecutor(0));
  ex = new ProcessPoolExecutor(1);
  using _ = ex;
  const f = ex.submit(die); t('worker died', () => f.result()); t('pool is broken', () => ex.submit(sq, 1));
}
