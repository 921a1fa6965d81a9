import * as system from '../../process/system';
import { isSentinel, pidOf } from '../sentinel';
import { Connection } from './connection';
import { Listener } from './listener';

/** Something `wait` can wait for: a connection, a listener, or the sentinel of a process. */
export type Waitable = Connection<never, unknown> | Listener | number;

/**
 * Waits until at least one of several things is ready: something to receive, the end of a process, somebody to accept.
 *
 * @param list - connections, listeners, and sentinels of processes.
 * @param timeout - longest wait in seconds; null or undefined waits for ever.
 * @returns those that are ready, in the order of the list; none when the time was over.
 * @throws OSError - a connection is closed.
 * @python multiprocessing.connection.wait
 * @see CPython 3.11 Lib/multiprocessing/connection.py
 * @example
 * import { Pipe } from 'multiprocessing';
 * import { wait } from 'multiprocessing/connection';
 *
 * const [a, b] = Pipe();
 * a.send(1);
 * console.log(wait([a, b], 1).length);
 */
export function wait<W extends Waitable>(list: Iterable<W>, timeout?: number | null): W[] {
  const awaited = [...list].map((object) => ({ object, waitable: waitableOf(object) }));
  const ready = new Set(
    system.ready(
      awaited.map(({ waitable }) => waitable),
      timeout,
    ),
  );
  const found: W[] = [];
  for (const { object, waitable } of awaited) if (ready.has(waitable)) found.push(object);
  return found;
}

function waitableOf(object: Waitable): system.Waitable {
  if (object instanceof Connection) return { kind: 'readable', handle: object._waitable };
  if (object instanceof Listener) return { kind: 'listener', handle: object._handle };
  if (typeof object === 'number' && isSentinel(object)) return { kind: 'exit', pid: pidOf(object) };
  if (typeof object === 'number') return { kind: 'readable', handle: object };
  throw new TypeError(`Cannot wait for this: ${String(object)}`);
}
