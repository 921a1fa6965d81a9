import { SharedMemory, ShareableList } from 'multiprocessing/shared_memory';
import { Process } from 'multiprocessing';
import { bytes } from 'builtins';

function t(label: string, fn: () => unknown) {
  try {
    console.log(label, '=', py(fn()));
  } catch (error) {
    const e = error as Error;
    console.log(label, '->', `builtins.${e.name}:`, e.message);
  }
}
/** What a value is in Python's words. */
function py(value: unknown): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value instanceof Uint8Array) return `b'${Array.from(value, (byte) => (byte === 0 ? '\\x00' : String.fromCharCode(byte))).join('')}'`;
  if (Array.isArray(value)) return `[${value.map(py).join(', ')}]`;
  return typeof value === 'string' ? `'${value}'` : String(value);
}
function f(name: string) { const s = new SharedMemory({ name }); s.buf!.set(bytes('howdy')); s.close(); }
function g(sl: ShareableList) { sl[0] = 'changed'; sl.shm.close(); }
if (import.meta.main) {
  const s = new SharedMemory({ create: true, size: 16 }); console.log(py(s.name.startsWith('psm_')), s.size, py(s.buf!.slice(0, 5))); let p = new Process({ target: f, args: [s.name] }); p.start(); p.join(); console.log(py(s.buf!.slice(0, 5)));
  t('bad name', () => new SharedMemory({ name: 'no_such_block' })); t('no args', () => new SharedMemory()); t('size 0', () => new SharedMemory({ create: true })); t('exists', () => new SharedMemory({ name: s.name, create: true, size: 8 })); s.close(); t('buf after close', () => s.buf); s.unlink(); t('unlink twice', () => s.unlink());
  const sl = new ShareableList<any>(['howdy', bytes('HoWdY'), -273.154, 100, null, true, 42]); console.log(py([...sl]), sl.format, sl.length, sl.count(42), sl.index(100)); t('too big', () => { sl[0] = 'x'.repeat(9); }); t('range', () => sl[7]); p = new Process({ target: g, args: [sl] }); p.start(); p.join(); console.log(sl[0]); t('type', () => new ShareableList([[] as never])); sl.shm.close(); sl.shm.unlink();
}
