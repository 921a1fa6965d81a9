import mp from 'multiprocessing';
import os from 'os';
import time from 'time';
// @ts-expect-error: the contract's own module has no public types. It stands in for Pipe.
import { Held, pipes, system } from '_system';

function grandchild(conn: Held, mid: number) {
  const parent = mp.parentProcess()!;
  send(conn, ['ppid==mid', os.getppid() === mid, 'parent_process().pid==mid', parent.pid === mid, 'parent alive', parent.isAlive()]);
  parent.join(10);
  time.sleep(0.2);
  send(conn, ['ppid==mid', os.getppid() === mid, 'parent_process().pid==mid', parent.pid === mid, 'parent alive', parent.isAlive()]);
}
function child(conn: Held) {
  const p = new mp.Process({ target: grandchild, args: [conn, os.getpid()] }); p.start();
  time.sleep(30);
}

function send(conn: Held, message: unknown[]) {
  const bytes = new TextEncoder().encode(py(message));
  pipes.write(conn.handle, Uint8Array.of(bytes.length));
  pipes.write(conn.handle, bytes);
}

function recv(conn: Held) {
  const length = new Uint8Array(1);
  pipes.readFully(conn.handle, length);
  const bytes = new Uint8Array(length[0]);
  pipes.readFully(conn.handle, bytes);
  return new TextDecoder().decode(bytes);
}

function py(values: unknown[]) {
  return `(${values.map((value) => (typeof value === 'boolean' ? (value ? 'True' : 'False') : `'${value}'`)).join(', ')})`;
}

if (import.meta.main) {
  const [r, w] = system.createPipe().map((end: number) => new Held(end));
  const p = new mp.Process({ target: child, args: [w] }); p.start();
  console.log(recv(r)); p.terminate(); p.join(); console.log(recv(r)); console.log(p.exitcode);
}
