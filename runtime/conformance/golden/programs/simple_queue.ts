import mp from 'multiprocessing';

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) { console.log(label, '->', `${moduleOf(e as Error)}.${(e as Error).name}:`, (e as Error).message); }
}

/** Where Python has the class of an exception. */
function moduleOf({ name }: Error) {
  const modules: Record<string, string> = { Empty: '_queue', Full: 'queue', BufferTooShort: 'multiprocessing.context', BrokenBarrierError: 'threading', UnpicklingError: '_pickle' };
  return modules[name] ?? 'builtins';
}

function f(q: mp.SimpleQueue<any>) { q.put([1, 'x']); }
function tuple(value: any) { return `(${value[0]}, '${value[1]}')`; }

if (import.meta.main) {
  const q = new mp.SimpleQueue<any>(); t('empty', () => q.empty());
  const p = new mp.Process({ target: f, args: [q] }); p.start(); t('get', () => tuple(q.get())); p.join(); t('empty', () => q.empty());
  for (const [python, ours] of [['qsize', 'qsize'], ['get_nowait', 'getNowait'], ['put_nowait', 'putNowait'], ['full', 'full']] as const) console.log(python, py(ours in q));
  t('put lambda', () => q.put(() => 1)); q.close(); t('put closed', () => q.put(1)); t('get closed', () => q.get()); t('close', () => q.close());
}

function py(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (value instanceof Uint8Array) return `b'${[...value].map((b) => (b > 31 && b < 127 ? String.fromCharCode(b) : `\\x${b.toString(16).padStart(2, '0')}`)).join('')}'`;
  return String(value);
}

function repr(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : py(value);
}
