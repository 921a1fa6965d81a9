import { deadlineAfter } from '../../process/system';
import { waitLocally } from '../../process/wait-locally';
import { Queue } from '../../stdlib/queue';

export * as default from './connection';

/** What is on the way to the other end. */
type Way = Queue;

/**
 * One of the two ends of a pipe between threads: a queue in each direction.
 * @python multiprocessing.dummy.connection.Connection
 * @see CPython 3.11 Lib/multiprocessing/dummy/connection.py
 */
export class Connection<S = unknown, R = S> {
  readonly #in: Way;
  readonly #out: Way;

  constructor(incoming: Queue<R>, outgoing: Queue<S>) {
    this.#in = incoming;
    this.#out = outgoing;
  }

  /** Sends a value: the very object, not a copy. */
  send(value: S): void {
    this.#out.put(value);
  }

  /** The next value; waits for it. */
  recv(): R {
    return this.#in.get() as R;
  }

  /** As `send`. */
  sendBytes(bytes: Uint8Array): void {
    this.#out.put(bytes);
  }

  /** As `recv`. */
  recvBytes(): Uint8Array {
    return this.#in.get() as Uint8Array;
  }

  /**
   * Is there something to receive?
   * @param timeout - longest wait for it in seconds; default 0.
   */
  poll(timeout: number | null = 0): boolean {
    if (this.#in.qsize() > 0) return true;
    if (timeout !== null && timeout <= 0) return false;
    return waitLocally(() => this.#in.qsize() > 0, deadlineAfter(timeout));
  }

  /** Does nothing, as in CPython. */
  close(): void {
    // There is nothing to give back.
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * The two ends of a new pipe between threads.
 * @python multiprocessing.dummy.connection.Pipe - always duplex, as in CPython.
 */
export function Pipe<S = unknown, R = S>(_duplex = true): [Connection<S, R>, Connection<R, S>] {
  const [a, b] = [new Queue<R>(), new Queue<S>()];
  return [new Connection<S, R>(a, b), new Connection<R, S>(b, a)];
}

/**
 * Takes connections of other threads of this process.
 * @param backlog - how many may wait to be accepted; default 1.
 * @python multiprocessing.dummy.connection.Listener
 */
export class Listener {
  #backlog: Queue<[Way, Way]> | null;

  constructor(_address: unknown = null, _family: unknown = null, backlog = 1) {
    this.#backlog = new Queue(backlog);
  }

  /** The next connection; waits for it. */
  accept(): Connection {
    const [incoming, outgoing] = this.address.get();
    return new Connection(incoming, outgoing);
  }

  close(): void {
    this.#backlog = null;
  }

  /** What `Client` connects to. */
  get address(): Queue<[Way, Way]> {
    if (this.#backlog === null) throw new TypeError("'NoneType' object has no attribute 'get'");
    return this.#backlog;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Connects to a listener of this process.
 * @param address - the listener's `address`.
 * @python multiprocessing.dummy.connection.Client
 */
export function Client(address: Queue<[Way, Way]>): Connection {
  const [incoming, outgoing]: [Way, Way] = [new Queue(), new Queue()];
  address.put([outgoing, incoming]);
  return new Connection(incoming, outgoing);
}
