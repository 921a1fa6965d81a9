import mp from 'multiprocessing';
import { SharedMemory, ShareableList } from 'multiprocessing/shared_memory';
import { bytes, repr } from 'builtins';
import { py, r, t } from './python-text';
function w(name: string) { const b = new SharedMemory({ name }); b.buf!.set(bytes('abc')); b.close(); }
function l(sl: ShareableList<any>) { sl[0] = 99; sl[1] = 'bye'; }
if (import.meta.main) {
  const b = new SharedMemory({ create: true, size: 10 }); console.log(py(b.size >= 10), r(b.buf!.slice(0, 3)), b.name.slice(0, 4), 'memoryview'); let p: mp.Process<any> = new mp.Process({ target: w, args: [b.name] }); p.start(); p.join(); console.log(r(b.buf!.slice(0, 4))); b.close(); t('closed buf', () => b.buf); t('repr', () => repr(b).startsWith("SharedMemory('")); b.unlink(); t('unlink twice', () => b.unlink()); t('close twice', () => b.close());
  t('no name', () => new SharedMemory()); t('size 0', () => new SharedMemory({ create: true, size: 0 })); t('neg', () => new SharedMemory({ create: true, size: -1 })); t('missing', () => new SharedMemory({ name: 'nosuchblock' })); const n = new SharedMemory({ name: 'my_block_1', create: true, size: 4 }); console.log(n.name); t('exists', () => new SharedMemory({ name: 'my_block_1', create: true, size: 4 })); n.close(); n.unlink();
  const s = new ShareableList<any>([1, 'hey', 2.5, true, null, bytes('raw'), -5]); console.log(s.length, s[0], s[1], s[2], py(s[3]), py(s[4]), r(s[5]), s.at(-1)); console.log(s.format, String(s).split(', name')[0]); p = new mp.Process({ target: l, args: [s] }); p.start(); p.join(); console.log(r([...s])); t('idx', () => s[7]);
  const st = (i: number, v: any) => { s[i] = v; };
  t('too long', () => st(1, 'x'.repeat(9))); t('set idx', () => st(9, 1)); t('type change', () => st(0, 'str')); console.log(s[0]); t('type change', () => st(4, 12)); console.log(s[4], s.format); t('count', () => s.count(true)); t('index', () => s.index(2.5)); t('index missing', () => s.index('zz')); t('in', () => s.includes(2.5)); t('bad type', () => new ShareableList([[1]] as any)); let e: ShareableList<any> = new ShareableList([]); console.log(r([...e])); e.shm.close(); e.shm.unlink(); e = new ShareableList('abc'); console.log(r([...e])); e.shm.close(); e.shm.unlink();
  const u = new ShareableList(['é', '']); console.log(r([...u]), u.format); t('attach', () => [...new ShareableList(null, { name: u.shm.name })]);
  s.shm.close(); t('after close', () => s[0]); s.shm.unlink(); u.shm.close(); u.shm.unlink();
}
