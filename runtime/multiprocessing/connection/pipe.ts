import { checkFlag } from '../../errors/argument-checks';
import { takeName } from '../../process/place';
import * as system from '../../process/system';
import { ObjectKind, PartRole, traceMade, tracePart } from '../../process/trace';
import { Connection } from './connection';

/**
 * Two connections, the ends of a pipe. Each direction holds what it does on Linux: 219,264 bytes in one message or 278 of the
 * smallest messages, and with `duplex` false 64 KiB. Who sends more waits until there is room.
 *
 * @param duplex - both ends can send and receive; with false the first only receives and the second only sends. Default true.
 * @returns the two ends.
 * @python multiprocessing.Pipe
 * @see CPython 3.11 Lib/multiprocessing/connection.py
 * @example
 * import { Pipe, Process, type Connection } from 'multiprocessing';
 *
 * function answer(connection: Connection) {
 *   connection.send('hello from the child');
 *   connection.close();
 * }
 *
 * if (import.meta.main) {
 *   const [ours, theirs] = Pipe();
 *   new Process({ target: answer, args: [theirs] }).start();
 *   console.log(ours.recv());
 * }
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- who does not say what travels gets anything, as in Python
export function Pipe<S = any, R = S>(duplex = true): [Connection<S, R>, Connection<R, S>] {
  checkFlag('duplex', duplex);
  const name = takeName();
  const kind = duplex ? system.PipeKind.socket : system.PipeKind.pipe;
  const [readEnd, writeEnd] = system.createPipe(kind);
  traceMade(readEnd, ObjectKind.pipe, name);
  if (!duplex) return [new Connection<S, R>(readEnd, null), new Connection<R, S>(null, writeEnd)];
  const [backRead, backWrite] = system.createPipe(kind);
  tracePart(backRead, readEnd, PartRole.peer);
  return [new Connection<S, R>(readEnd, backWrite), new Connection<R, S>(backRead, writeEnd)];
}
