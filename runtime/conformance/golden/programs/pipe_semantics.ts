import { bytes } from 'builtins';
import mp from 'multiprocessing';
import { wait } from 'multiprocessing/connection';

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
  let [a, b] = mp.Pipe();
  console.log('multiprocessing.connection', a.constructor.name, py(a.readable), py(a.writable), py(a.closed));
  a.send({ x: [1, [2, 3]], s: new Set([1]) }); t('recv', () => { const { x, s } = b.recv(); return `{'x': [${x[0]}, (${x[1].join(', ')})], 's': {${[...s].join(', ')}}}`; });
  t('poll empty', () => b.poll()); t('poll(0.1)', () => b.poll(0.1)); t('poll(-1)', () => b.poll(-1));
  a.send(null); t('poll', () => b.poll()); t('recv None', () => b.recv());
  a.sendBytes(bytes('abcdef'), 2, 3); t('recv_bytes', () => b.recvBytes());
  t('send_bytes offset', () => a.sendBytes(bytes('abc'), 4)); t('send_bytes neg', () => a.sendBytes(bytes('abc'), -1)); t('send_bytes size', () => a.sendBytes(bytes('abc'), 1, 9)); t('neg size', () => a.sendBytes(bytes('abc'), 1, -1));
  t('send_bytes str', () => a.sendBytes('abc' as never));
  a.sendBytes(bytes('0123456789')); t('recv_bytes(4)', () => b.recvBytes(4)); t('b.closed after too long', () => b.closed);
  [a, b] = mp.Pipe(); a.sendBytes(bytes('0123456789')); const buf = new Uint8Array(4);
  try { b.recvBytesInto(buf); } catch (e) { console.log('recv_bytes_into ->', `${moduleOf(e as Error)}.${(e as Error).name}:`, py((e as any).args[0])); }
  a.sendBytes(bytes('xy')); t('into', () => `(${b.recvBytesInto(buf, 1)}, ${py(buf)})`); t('into bad offset', () => b.recvBytesInto(buf, 5)); t('neg maxlength', () => b.recvBytes(-1));
  t('send lambda', () => a.send(() => 1)); t('nothing was sent', () => b.poll());
  let [r, w] = mp.Pipe(false);
  console.log(py(r.readable), py(r.writable), py(w.readable), py(w.writable));
  t('r.send', () => r.send(1)); t('w.recv', () => w.recv()); t('w.poll', () => w.poll());
  w.send(1); w.close(); t('recv buffered after close', () => r.recv()); t('poll at EOF', () => r.poll()); t('recv EOF', () => r.recv()); t('recv_bytes EOF', () => r.recvBytes());
  t('w.send closed', () => w.send(1)); t('w.closed', () => w.closed); t('close twice', () => w.close()); t('fileno closed', () => w.fileno());
  [r, w] = mp.Pipe(false); r.close(); t('send to closed reader', () => w.send(1));
  [a, b] = mp.Pipe(); b.close(); t('duplex send to closed peer', () => a.send(1)); t('duplex recv from closed peer', () => a.recv());
  let seen;
  {
    using c = mp.Pipe()[0];
    console.log('with', py(c.closed)); seen = c;
  }
  console.log('after with', py(seen.closed));
  const pairs = [0, 1, 2].map(() => mp.Pipe()); const rs = pairs.map(([x]) => x);
  t('wait none', () => wait(rs, 0.1)); pairs[2][1].send(1); pairs[0][1].send(1); t('wait order', () => wait(rs, 1).map((x) => rs.indexOf(x))); t('wait []', () => wait([], 0.1)); t('wait neg', () => wait(rs.slice(1, 2), -1));
  pairs[1][1].close(); t('wait EOF is ready', () => wait(rs, 1).map((x) => rs.indexOf(x)));
  t('recv garbage', () => { pairs[0][1].sendBytes(bytes('garbage')); rs[0].recv(); rs[0].recv(); });
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
