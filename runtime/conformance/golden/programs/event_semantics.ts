import mp from 'multiprocessing';
import time from 'time';

function t(label: string, fn: () => unknown) {
  try { console.log(label, '=', py(fn())); }
  catch (e) { console.log(label, '->', `${moduleOf(e as Error)}.${(e as Error).name}:`, (e as Error).message); }
}

/** Where Python has the class of an exception. */
function moduleOf({ name }: Error) {
  const modules: Record<string, string> = { Empty: '_queue', Full: 'queue', BufferTooShort: 'multiprocessing.context', BrokenBarrierError: 'threading', UnpicklingError: '_pickle' };
  return modules[name] ?? 'builtins';
}

function w(e: mp.Event, _t0: number) {
  console.log('wait ->', py(e.wait())); console.log('wait(0.1) ->', py(e.wait(0.1)));
}
function w2(e: mp.Event) { console.log('wait_for_event_timeout: e.is_set()->', py(e.wait(0.2))); }

if (import.meta.main) {
  const e = new mp.Event(); t('is_set', () => e.isSet()); t('wait(0)', () => e.wait(0)); t('wait(.1)', () => e.wait(0.1));
  let p = new mp.Process({ target: w2, args: [e] }) as mp.Process<any>; p.start(); p.join();
  p = new mp.Process({ target: w, args: [e, 0] }); p.start(); time.sleep(0.5); e.set(); p.join(); t('is_set', () => e.isSet()); e.set(); e.clear(); t('is_set', () => e.isSet()); console.log(e);
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
