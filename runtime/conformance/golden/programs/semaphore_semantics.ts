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

if (import.meta.main) {
  const s = new mp.Semaphore(2); console.log(s); t('acquire', () => s.acquire()); t('acquire', () => s.acquire()); t('acquire(False)', () => s.acquire(false)); t('acquire(timeout=.1)', () => s.acquire(true, 0.1)); t('get_value', () => s.getValue()); console.log(s);
  for (let n = 0; n < 4; n++) s.release();
  t('unbounded value', () => s.getValue());
  const b = new mp.BoundedSemaphore(2); console.log(b); t('over release', () => b.release()); b.acquire(); console.log(b); b.release(); t('value', () => b.getValue());
  t('Semaphore()', () => new mp.Semaphore()); t('negative', () => new mp.Semaphore(-1)); t('Semaphore(0)', () => new mp.Semaphore(0)); t('maxvalue', () => new mp.Semaphore(2 ** 31 - 1)); t('too big', () => new mp.Semaphore(2 ** 31));
  {
    using _ = s.hold();
    console.log('with', s.getValue());
  }
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
