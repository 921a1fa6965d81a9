import mp from 'multiprocessing';
import * as connection from 'multiprocessing/connection';
import time from 'time';
import { EOFError, bytes, repr } from 'builtins';
import { py, r as R, t } from './python-text';
function echo(c: mp.Connection<any>) {
  for (;;) { try { c.send(['echo', c.recv()]); } catch (e) { if (!(e instanceof EOFError)) throw e; console.log('child EOF', 'EOFError()'); break; } }
  c.close();
}
function send_and_die(c: mp.Connection<any>) { c.send('last'); c.close(); }
function reader(c: mp.Connection<any>) { t('child recv', () => c.recv()); t('child recv', () => c.recv()); }
if (import.meta.main) {
  const [a, b] = mp.Pipe<any>(); console.log(py(a.readable), py(a.writable), py(a.closed), typeof a.fileno() === 'number' ? 'int' : '?'); let p: mp.Process<any> = new mp.Process({ target: echo, args: [b] }); p.start(); b.close(); a.send(1); console.log(R(a.recv())); a.send(null); console.log(R(a.recv())); a.close(); p.join(); console.log(p.exitcode, py(a.closed));
  for (const [n, f] of [['send', () => a.send(1)], ['recv', () => a.recv()], ['poll', () => a.poll()], ['fileno', () => a.fileno()], ['close', () => a.close()], ['send_bytes', () => a.sendBytes(bytes('x'))], ['recv_bytes', () => a.recvBytes()], ['readable', () => a.readable], ['repr', () => repr(a).split(' at ')[0]]] as const) t(n, f);
  let [r, w] = mp.Pipe<any>(false); console.log(py(r.readable), py(r.writable), py(w.readable), py(w.writable)); t('send on reader', () => (r as any).send(1)); t('recv on writer', () => (w as any).recv()); t('poll writer', () => w.poll()); t('poll', () => r.poll()); t('poll t', () => r.poll(0.02)); w.sendBytes(bytes('hello')); t('poll', () => r.poll()); t('recv_bytes', () => R(r.recvBytes())); w.sendBytes(bytes('')); t('poll', () => r.poll()); t('empty', () => R(r.recvBytes()));
  w.sendBytes(bytes('0123456789'), 3); t('offset', () => R(r.recvBytes())); w.sendBytes(bytes('0123456789'), 3, 4); t('offset,size', () => R(r.recvBytes())); t('bad offset', () => w.sendBytes(bytes('abc'), 5)); t('neg offset', () => w.sendBytes(bytes('abc'), -1)); t('neg size', () => w.sendBytes(bytes('abc'), 0, -1)); t('big size', () => w.sendBytes(bytes('abc'), 1, 5)); t('str', () => w.sendBytes('abc' as any));
  w.sendBytes(bytes('x'.repeat(20))); t('maxlength', () => r.recvBytes(5)); t('after bad', () => `(${py(r.closed)}, ${py(r.readable)})`); r.close(); t('EPIPE', () => w.send(1)); w.close();
  [r, w] = mp.Pipe<any>(false); t('neg max', () => r.recvBytes(-1)); const buf = new Uint8Array(8); w.sendBytes(bytes('abc')); t('into', () => r.recvBytesInto(buf)); console.log(R(buf)); w.sendBytes(bytes('de')); t('into off', () => r.recvBytesInto(buf, 6)); console.log(R(buf)); w.sendBytes(bytes('y'.repeat(12)));
  try { r.recvBytesInto(buf); } catch (e) { console.log((e as Error).name, `(${R((e as any).args[0])},)`, Object.getPrototypeOf((e as any).constructor).name); }
  t('neg off', () => r.recvBytesInto(buf, -1)); t('off too big', () => r.recvBytesInto(buf, 9)); w.send({ k: [1] }); t('recv', () => r.recv()); w.close(); t('poll eof', () => r.poll()); t('eof', () => r.recv()); t('eof bytes', () => r.recvBytes()); t('eof into', () => r.recvBytesInto(buf));
  [r, w] = mp.Pipe<any>(false); p = new mp.Process({ target: send_and_die, args: [w as any] }); p.start(); w.close(); t('recv', () => r.recv()); t('eof', () => r.recv()); p.join();
  [r, w] = mp.Pipe<any>(false); p = new mp.Process({ target: reader, args: [r as any] }); p.start(); r.close(); w.send('one'); w.close(); p.join();
  const [x, y] = mp.Pipe<any>(), [u, v] = mp.Pipe<any>(); x.send(u); const g = y.recv(); g.send('through'); console.log(v.recv(), g.constructor.name); t('lambda', () => x.send(() => 0)); const big = bytes('z'.repeat(100000)); x.sendBytes(big.slice(0, 1000)); console.log(y.recvBytes().length);
  { using _ = x; }
  console.log(py(x.closed));
  const ps = [9, 0.01].map((s) => new mp.Process({ target: time.sleep, args: [s] })); ps.forEach((q) => q.start()); const [r1, w1] = mp.Pipe<any>(false); const list = [ps[0]!.sentinel, r1, ps[1]!.sentinel]; const res = connection.wait(list as any); console.log(R(res.map((z: any) => list.indexOf(z)))); ps[0]!.terminate(); w1.send(1); console.log(connection.wait([r1], 0).length, R(connection.wait([], 0.01)), R(connection.wait([v], 0)), py(connection.wait([r1, v], 0.01)[0] === r1)); ps.forEach((q) => q.join()); console.log(py(R(ps.map((q) => q.sentinel).sort()) === R(connection.wait(ps.map((q) => q.sentinel)).sort())));
}
