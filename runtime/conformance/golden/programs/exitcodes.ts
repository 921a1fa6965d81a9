import mp from 'multiprocessing';
import os from 'os';
import sys from 'sys';
import time from 'time';
import signal from 'signal';
import { KeyboardInterrupt, SystemExit, ValueError } from 'builtins';
// @ts-expect-error: the contract's own module has no public types. On a busy machine half a second is no promise.
import { semaphores, system } from '_system';

function ok() {}
function exc() { throw new ValueError('boom'); }
function ex(v: unknown) { sys.exit(v); }
function osx(v: number) { os._exit(v); }
function slp(begun?: number) { if (begun) semaphores.post(begun); time.sleep(30); }
function ki() { throw new KeyboardInterrupt(); }
function se() { throw new SystemExit(); }
function ab() { os.abort(); }

/** A list that is shown as Python shows it. */
class List extends Array<unknown> {
  [Symbol.for('nodejs.util.inspect.custom')]() { return py([...this]); }
}

function py(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  return Array.isArray(value) ? `[${value.map(py).join(', ')}]` : String(value);
}

function tuple(values: readonly unknown[]) {
  return values.length === 1 ? `(${py(values[0])},)` : `(${values.map(py).join(', ')})`;
}

if (import.meta.main) {
  const cases: [f: (...a: never[]) => unknown, a: unknown[]][] = [
    [ok, []], [exc, []], [ex, [3]], [ex, [null]], [ex, [true]], [ex, [false]], [ex, ['message']], [ex, [List.of(1, 2)]], [ex, [-1]],
    [ex, [256]], [ex, [300]], [ex, [2.5]], [osx, [7]], [se, []], [ki, []], [ab, []]];
  for (const [f, a] of cases) {
    const p = new mp.Process({ target: f, args: a as never[], name: 'P' }); p.start(); p.join();
    console.log(f.name, tuple(a), '->', p.exitcode);
  }
  for (const m of ['terminate', 'kill'] as const) {
    const p = new mp.Process({ target: slp }); p.start(); p[m]();
    p.join(); console.log(m, '->', p.exitcode);
  }
  const begun = system.createSemaphore(0);
  const p = new mp.Process({ target: slp, args: [begun] }); p.start(); semaphores.acquire(begun); console.log('running ->', py(p.exitcode), py(p.isAlive())); os.kill(p.pid!, signal.SIGINT); p.join(); console.log('sigint ->', p.exitcode);
}
