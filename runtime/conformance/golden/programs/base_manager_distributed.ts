import { bytes } from 'builtins';
import mp from 'multiprocessing';
import { BaseManager, type QueueProxy } from 'multiprocessing/managers';
import queue from 'queue';

const taskQ = new queue.Queue<number>(), resultQ = new queue.Queue<string>();
function getTask() { return taskQ; }
function getResult() { return resultQ; }
class QueueManager extends BaseManager { declare getTaskQueue: () => QueueProxy<number>; declare getResultQueue: () => QueueProxy<string>; }
class ClientManager extends BaseManager { declare getTaskQueue: () => QueueProxy<number>; declare getResultQueue: () => QueueProxy<string>; }
type Address = [string, number];

function server(conn: mp.Connection) {
  QueueManager.register('getTaskQueue', { callable: getTask });
  QueueManager.register('getResultQueue', { callable: getResult });
  const m = new QueueManager({ address: ['127.0.0.1', 0], authkey: bytes('abracadabra') });
  const s = m.getServer(); conn.send(s.address); s.serveForever();
}

function worker(address: Address) {
  for (const n of ['getTaskQueue', 'getResultQueue'] as const) ClientManager.register(n);
  const m = new ClientManager({ address, authkey: bytes('abracadabra') }); m.connect();
  const task = m.getTaskQueue(), result = m.getResultQueue();
  for (;;) {
    let n;
    try { n = task.get(true, 1); } catch (e) { if (e instanceof queue.Empty) break; throw e; }
    result.put(`${n} * ${n} = ${n * n}`);
  }
  console.log('worker exit.');
}

if (import.meta.main) {
  const [r, w] = mp.Pipe(false);
  const s = new mp.Process({ target: server, args: [w], daemon: true }); s.start(); const address = r.recv() as Address;
  for (const n of ['getTaskQueue', 'getResultQueue'] as const) ClientManager.register(n);
  const m = new ClientManager({ address, authkey: bytes('abracadabra') }); m.connect();
  const task = m.getTaskQueue(), result = m.getResultQueue();
  for (const n of [3, 1, 4, 1, 5]) { console.log(`Put task ${n}...`); task.put(n); }
  const p = new mp.Process({ target: worker, args: [address] }); p.start();
  for (let n = 0; n < 5; n++) console.log(`Result: ${result.get(true, 10)}`);
  p.join();
  try { new ClientManager({ address, authkey: bytes('wrong') }).connect(); } catch (e) { console.log((e as Error).name, (e as Error).message); }
  s.terminate(); s.join(); console.log(s.exitcode);
  try { new ClientManager({ address, authkey: bytes('abracadabra') }).connect(); } catch (e) { console.log((e as Error).name); }
  try { task.get(true, 0.1); } catch (e) { console.log((e as Error).name); }
}
