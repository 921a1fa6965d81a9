import { Pool } from 'multiprocessing';
import { KeyError } from 'builtins';
import time from 'time';

function slow(x: number) { time.sleep(x); return x; }
function bad() { throw new KeyError('k'); }
// The module of Python's exceptions, as `type(e).__module__` has it.
const MODULES: Record<string, string> = { TimeoutError: 'multiprocessing.context' };

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) {
    const { name, args = [(e as Error).message] } = e as Error & { args?: unknown[] };
    console.log(label, '->', `${MODULES[name] ?? 'builtins'}.${name}:`, tuple(args));
  }
}

function py(value: unknown): unknown {
  if (value === undefined || value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return Array.isArray(value) ? `[${value.join(', ')}]` : value;
}

function tuple(args: unknown[]) {
  const texts = args.map((arg) => (String(arg).includes("'") ? `"${arg}"` : `'${arg}'`));
  return texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(', ')})`;
}

class StopIteration extends Error {
  override name = 'StopIteration';
  args = [];
}

function next(it: Iterator<unknown>) {
  const { value, done } = it.next();
  if (done) throw new StopIteration();
  return value;
}

if (import.meta.main) {
  using p = new Pool(2);
  const r = p.applyAsync(slow, [1]);
  t('ready', () => r.ready()); t('successful', () => r.successful()); t('wait(0.1)', () => r.wait(0.1)); t('get(0.1)', () => r.get(0.1)); t('get(0)', () => r.get(0));
  t('get()', () => r.get()); t('ready', () => r.ready()); t('successful', () => r.successful()); t('get again', () => r.get());
  const b = p.applyAsync(bad); b.wait(); t('ready', () => b.ready()); t('successful', () => b.successful()); t('get', () => b.get()); t('get2', () => b.get());
  const it = p.imap(slow, [0.6, 0]); t('next(0.1)', () => it.next(0.1)); t('next', () => next(it)); t('next', () => next(it)); t('next', () => next(it));
  let m = p.mapAsync(slow, [0, 0]); t('map get', () => m.get());
  // @ts-expect-error: a text is no time to sleep.
  m = p.mapAsync(slow, ['x', 0]); t('map bad', () => m.get()); t('successful', () => m.successful());
}
