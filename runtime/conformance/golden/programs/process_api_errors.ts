import mp from 'multiprocessing';
import time from 'time';

function f(t = 0) { time.sleep(t); }

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) { console.log(label, '->', `${(e as Error).name}:`, (e as Error).message); }
}

function py(value: unknown) {
  if (value === null || value === undefined) return 'None';
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : value;
}

class P extends mp.Process {
  // @ts-expect-error: the process lacks what the base class would give it, as it does in Python without `super().__init__()`.
  constructor() { return Object.create(P.prototype) as P; }
}

if (import.meta.main) {
  const p = new mp.Process({ target: f, args: [1] });
  t('join before start', () => p.join());
  t('is_alive before start', () => p.isAlive());
  t('terminate before start', () => p.terminate());
  t('pid before start', () => p.pid);
  t('exitcode before start', () => p.exitcode);
  t('sentinel before start', () => p.sentinel);
  p.start();
  t('start twice', () => p.start());
  t('set daemon after start', () => { p.daemon = true; });
  t('close while running', () => p.close());
  t('join(0)', () => p.join(0));
  t('join()', () => p.join());
  t('join again', () => p.join());
  t('terminate after exit', () => p.terminate());
  t('kill after exit', () => p.kill());
  t('exitcode', () => p.exitcode);
  t('start after finished', () => p.start());
  t('close', () => p.close());
  t('close again', () => p.close());
  t('is_alive after close', () => p.isAlive());
  for (const m of ['join', 'terminate', 'kill', 'start'] as const) t(m + ' after close', () => p[m]());
  for (const m of ['exitcode', 'pid', 'name', 'daemon', 'sentinel', 'ident'] as const) t(m + ' after close', () => p[m]);
  // @ts-expect-error: Python's `group` is there only to be refused.
  t('group', () => new mp.Process({ group: 1 }));
  // @ts-expect-error: a name that is no text.
  t('name type', () => { new mp.Process().name = 5; });
  // @ts-expect-error: an option that does not exist.
  t('bad kwarg', () => new mp.Process({ tgt: f }));
  // @ts-expect-error: arguments that cannot be iterated.
  t('args not iterable', () => new mp.Process({ target: f, args: 3 }));
  t('no super init', () => new P().start());
  t('run directly', () => new mp.Process({ target: console.log, args: ['ran in parent'] }).run());
  t('no target', () => new mp.Process().run());
  // @ts-expect-error: more arguments than the function has parameters.
  let q = new mp.Process({ target: f, args: [1, 2, 3] }); q.start(); q.join(); console.log('wrong arity exitcode', q.exitcode);
  // @ts-expect-error: a target that cannot be called.
  q = new mp.Process({ target: 5 }); q.start(); q.join(); console.log('non callable exitcode', q.exitcode);
}
