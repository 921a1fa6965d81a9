import mp, { type Connection, type Event, type Value } from 'multiprocessing';
import time from 'time';

function fill(end: Connection, sent: Value<'i'>) {
  while (true) {
    end.send(1);
    sent.value += 1;
  }
}
function sendOne(end: Connection, size: number, begun: Event, done: Event) {
  begun.set();
  end.sendBytes(new Uint8Array(size));
  done.set();
}
if (import.meta.main) {
  let [a, b] = mp.Pipe();
  const sent = new mp.Value('i', 0);
  let p = new mp.Process({ target: fill, args: [b, sent] });
  p.start();
  let before = 0;
  while (sent.value === 0 || sent.value !== before) {
    before = sent.value;
    time.sleep(0.5);
  }
  console.log('nobody receives:', sent.value, 'sent');
  p.terminate(); p.join();
  let sum = 0;
  for (let n = 0; n < sent.value; n++) sum += a.recv();
  console.log('received:', sum);
  for (const [duplex, size] of [[true, 219264], [true, 219265], [false, 65532], [false, 65533]] as const) {
    [a, b] = mp.Pipe(duplex);
    const begun = new mp.Event(), done = new mp.Event();
    p = new mp.Process({ target: sendOne, args: [b, size, begun, done] });
    p.start();
    begun.wait();
    const atOnce = done.wait(0.5);
    console.log(duplex ? 'duplex' : 'simplex', size, 'at once:', py(atOnce), 'received:', a.recvBytes().length, py(done.wait(5)));
    p.join();
  }
}

function py(value: boolean): string {
  return value ? 'True' : 'False';
}
