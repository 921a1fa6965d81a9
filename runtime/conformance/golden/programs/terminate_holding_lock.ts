import mp from 'multiprocessing';
import time from 'time';

function f(l: mp.Lock, e: mp.Event) {
  l.acquire(); e.set(); time.sleep(30);
}

if (import.meta.main) {
  const l = new mp.Lock(), e = new mp.Event(); const p = new mp.Process({ target: f, args: [l, e] }); p.start(); e.wait(); p.terminate(); p.join();
  console.log('exitcode', p.exitcode, 'lock can be taken:', py(l.acquire(true, 0.3)), l);
  l.release(); console.log(py(l.acquire(false)));
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
