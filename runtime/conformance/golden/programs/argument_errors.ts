import * as mp from 'multiprocessing';
import * as queue from 'queue';
import threading from 'threading';
import { ThreadPoolExecutor } from 'concurrent/futures';
import { ShareableList } from 'multiprocessing/shared_memory';
import { KeyError, OSError, repr, SystemExit, ValueError } from 'builtins';
import { t } from './python-text';
function same<T>(x: T) { return x; }
function later() { console.log('before the end'); }
const any = { ...mp, ShareableList, ThreadPoolExecutor } as any; // Wrong arguments are its subject, and static types refuse them.
if (import.meta.main) {
  for (const e of [new ValueError(), new ValueError('a'), new ValueError("it's"), new ValueError('a', 1, null, [true]), new KeyError('k'), new KeyError(7), new OSError(22, 'no'), new SystemExit(3), new queue.Empty(), new mp.TimeoutError('late'), new threading.BrokenBarrierError()]) console.log(repr(e));
  t('list', () => new any.ShareableList(5)); t('semaphore', () => new any.Semaphore('x')); t('bounded', () => new any.BoundedSemaphore('x')); t('negative', () => new mp.Semaphore(-1)); t('condition', () => new any.Condition(5));
  const held = new any.Lock(); held.acquire(); const free = new any.Semaphore(0), event = new any.Event();
  t('lock', () => held.acquire(true, 'x')); t('acquire', () => free.acquire(true, 'x')); t('event', () => event.wait('x'));
  const [a] = any.Pipe(), l = new ShareableList(['x']);
  t('bytes', () => a.sendBytes('x')); t('most', () => a.recvBytes(-1)); const other = new ShareableList({ name: l.shm.name }); console.log(other[0]); other.shm.close(); l.shm.close(); l.shm.unlink();
  {
    using p = new any.Pool(1);
    t('map', () => p.map(same, 5)); t('imap', () => p.imap(same, 5).next()); t('func', () => p.map(5, [1])); t('None', () => p.mapAsync(same, null)); console.log(repr(p.imap(same, [1])).split(' at ')[0], repr(p.imapUnordered(same, [1])).split(' at ')[0]);
  }
  t('initializer', () => new any.Pool({ processes: 1, initializer: 5 })); t('maxtasks', () => new mp.Pool({ processes: 1, maxtasksperchild: 0 })); t('processes', () => new mp.Pool(-1)); t('float', () => new mp.Pool(1.5));
  {
    using m = new any.Manager();
    for (const f of [() => m.list(5), () => m.dict(5), () => m.Array('i', 5), () => m.list([1]).extend(5), () => m.dict().update(5)]) {
      try { f(); }
      catch (e) { console.log((e as Error).name, (e as Error).message.replaceAll(/^[-\n]+|[-\n]+$/g, '').split('\n').at(-1)); }
    }
  }
  const executor = new any.ThreadPoolExecutor(1);
  t('executor', () => [...executor.map(same, 5)]);
  executor.submit(later);
}
