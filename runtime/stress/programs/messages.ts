import mp, { type Connection } from 'multiprocessing';
import { range } from 'builtins';
import sys from 'sys';
import { check, randomBy } from './random';

/*
 * messages.ts SEED SCALE: messages of 16 MiB, and of sizes around those where something changes, go there and come back.
 */

const LARGE = 16 * 1024 * 1024;
/** A message in one step, a pipe. */
const EDGES = [0, 1, 32 * 1024, 64 * 1024, 128 * 1024];

function echo(connection: Connection<Uint8Array>): void {
  for (let bytes = connection.recvBytes(); bytes.length !== 1; bytes = connection.recvBytes()) connection.sendBytes(bytes);
}

function pass(from: mp.Queue<Uint8Array | null>, to: mp.Queue<Uint8Array>): void {
  for (let bytes = from.get(); bytes !== null; bytes = from.get()) to.put(bytes);
}

function randomBytes(length: number, random: () => number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1 + Math.floor(random() * 64)) bytes[index] = random() * 256;
  return bytes;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

if (import.meta.main) {
  const [, seed = '1', scale = '1'] = sys.argv;
  const random = randomBy(Number(seed));
  const [here, there] = mp.Pipe<Uint8Array>();
  const out = new mp.Queue<Uint8Array | null>();
  const back = new mp.Queue<Uint8Array>();
  const processes = [new mp.Process({ target: echo, args: [there] }), new mp.Process({ target: pass, args: [out, back] })];
  for (const process of processes) process.start();
  for (const round of range(Math.ceil(Number(scale)))) {
    const sizes = [LARGE, ...EDGES.flatMap((edge) => range(3).map(() => Math.max(2, edge + Math.floor(random() * 24) - 12)))];
    for (const size of sizes) {
      const bytes = randomBytes(size, random);
      here.sendBytes(bytes);
      check(areEqual(here.recvBytes(), bytes), `round ${round}: ${size} bytes came back differently by the pipe`);
      out.put(bytes);
      check(areEqual(back.get(), bytes), `round ${round}: ${size} bytes came back differently by the queue`);
    }
  }
  here.sendBytes(new Uint8Array(1));
  out.put(null);
  for (const process of processes) process.join();
  for (const process of processes) check(process.exitcode === 0, `a process ended with ${process.exitcode}`);
  console.log('ok');
}
