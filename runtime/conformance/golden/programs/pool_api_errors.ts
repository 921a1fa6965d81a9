import { Pool } from 'multiprocessing';

function f(x: unknown) { return x; }

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) { console.log(label, '->', `builtins.${(e as Error).name}:`, (e as Error).message); }
}

function py(value: unknown): unknown {
  if (value === null || value === undefined) return 'None';
  return Array.isArray(value) ? `[${value.map(py).join(', ')}]` : value;
}

if (import.meta.main) {
  t('Pool(0)', () => new Pool(0));
  t('Pool(-1)', () => new Pool(-1));
  t('maxtasks 0', () => new Pool({ processes: 1, maxtasksperchild: 0 }));
  t('maxtasks 0.5', () => new Pool({ processes: 1, maxtasksperchild: 0.5 }));
  // @ts-expect-error: an initializer that cannot be called.
  t('initializer', () => new Pool({ processes: 1, initializer: 1 }));
  let p = new Pool(1);
  t('join before close', () => p.join());
  t('bad chunksize', () => [...p.imap(f, [1], 0)]);
  t('map chunksize 0', () => p.map(f, [1], 0));
  // @ts-expect-error: what cannot be iterated.
  t('not iterable', () => p.map(f, 5));
  // @ts-expect-error: what cannot be called.
  t('not callable', () => p.map(5, [1]));
  p.close();
  t('map after close', () => p.map(f, [1]));
  t('apply_async after close', () => p.applyAsync(f, [1]));
  t('imap after close', () => p.imap(f, [1]));
  t('enter after close', () => { using q = p; });
  t('repr', () => p);
  p.join();
  t('join again', () => p.join());
  t('close again', () => p.close());
  p = new Pool(1); p.terminate(); t('after terminate', () => p.map(f, [1])); p.join(); t('repr', () => p);
}
