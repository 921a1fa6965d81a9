import mp from 'multiprocessing';
import { Client, Listener, type Address } from 'multiprocessing/connection';
import { bytes, repr } from 'builtins';
import { py, r, t } from './python-text';
function cl(addr: Address, key: Uint8Array | null) {
  try { using c = Client<any>(addr, { authkey: key }); c.send('hello'); console.log('client got', r(c.recv()).replace(/^'(.*)'$/, '$1')); }
  catch (e) { console.log('client', (e as Error).name, (e as Error).message); }
}
function got(f: () => unknown) { try { return f(); } catch (e) { return `${(e as Error).name} ${(e as Error).message}`; } }
if (import.meta.main) {
  const l = new Listener(['localhost', 0], { authkey: bytes('k') });
  console.log(l.address[0], typeof l.address[1] === 'number' ? 'int' : '?', py(l.lastAccepted)); let p: mp.Process<any> = new mp.Process({ target: cl, args: [l.address, bytes('k')] }); p.start();
  { using c = l.accept<any>(); console.log(c.recv()); c.send(['a', 1]); }
  p.join(); console.log(l.lastAccepted![0]);
  p = new mp.Process({ target: cl, args: [l.address, bytes('wrong')] }); p.start(); const served = got(() => l.accept()); p.join(); console.log(served);
  l.close();
  t('closed accept', () => l.accept()); t('no one', () => Client(l.address)); t('no unix', () => Client('/tmp/nobody-there-xyz')); t('bad key', () => new Listener(null, { authkey: 'str' as any })); t('bad addr', () => Client(5 as any));
  const m = new Listener(); console.log(typeof m.address === 'string' ? 'str' : '?'); t('twice', () => new Listener(m.address)); m.close(); m.close(); const l2 = new Listener('/tmp/my-sock-test'); console.log(l2.address, py(l2.lastAccepted)); p = new mp.Process({ target: cl, args: ['/tmp/my-sock-test', null] }); p.start(); const c = l2.accept<any>(); console.log(c.recv()); c.send('bye'); p.join(); t('eof', () => c.recv()); console.log(r(l2.lastAccepted)); l2.close();
}
