import { Process, Queue } from 'multiprocessing';

function f(q: Queue) {
  q.put([42, null, 'hello']);
}

if (import.meta.main) {
  const q = new Queue();
  const p = new Process({ target: f, args: [q] });
  p.start();
  console.log(py(q.get()));
  p.join();
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
