import { FileNotFoundError, OSError } from '../../errors';
import { checkKeywords } from '../../errors/argument-checks';
import * as system from '../../process/system';
import { type Address, checkFamily, type Family, familyOf, nameOf, randomName, randomPort } from './address';
import { answerChallenge, deliverChallenge } from './authentication';
import { Connection } from './connection';

export interface ListenerOptions {
  /** `AF_UNIX` for names, `AF_INET` for host and port; default as the address is. */
  readonly family?: Family | null;
  /** How many may wait to be accepted; all do. */
  readonly backlog?: number;
  /** A key that clients have to know; default null: everybody is welcome. */
  readonly authkey?: Uint8Array | null;
}

const EADDRINUSE = 98;
const TRIES = 100;

/**
 * Waits at an address for clients.
 *
 * @param address - a name, or `[host, port]`, port 0 being any that is free; default a new name.
 * @param options - `authkey`, a key that clients have to know; `family`.
 * @throws OSError - somebody listens there already: `[Errno 98] Address already in use`.
 * @python multiprocessing.connection.Listener - addresses are names within the machine and its network, not real sockets.
 * @see CPython 3.11 Lib/multiprocessing/connection.py
 * @example
 * import { Process } from 'multiprocessing';
 * import { Client, Listener } from 'multiprocessing/connection';
 *
 * function call(address: string) {
 *   Client(address).send('hello');
 * }
 *
 * if (import.meta.main) {
 *   const listener = new Listener('/tmp/greetings');
 *   new Process({ target: call, args: ['/tmp/greetings'] }).start();
 *   console.log(listener.accept().recv());
 * }
 */
export class Listener {
  #handle: system.Handle | null;
  readonly #address: Address;
  readonly #authkey: Uint8Array | null;
  #lastAccepted: Address | null = null;

  constructor(address?: Address | null, options: ListenerOptions = {}) {
    checkKeywords('Listener.__init__', options, ['family', 'backlog', 'authkey']);
    const { family, authkey = null } = options;
    checkFamily(family);
    checkKey(authkey);
    const wanted = address ?? (family === 'AF_INET' ? (['localhost', 0] as const) : randomName());
    [this.#handle, this.#address] = listenOn(wanted);
    this.#authkey = authkey;
  }

  /** Where it listens. */
  get address(): Address {
    return this.#address;
  }

  /** Where the last client came from; null before the first. */
  get lastAccepted(): Address | null {
    return this.#lastAccepted;
  }

  /**
   * The connection to the next client; waits for one.
   * @throws OSError - the listener is closed.
   * @throws AuthenticationError - the client does not know the key.
   */
  accept<S = unknown, R = S>(): Connection<S, R> {
    const ends = system.accept(this._handle);
    if (ends === null) throw new OSError('listener is closed');
    this.#lastAccepted = typeof this.#address === 'string' ? '' : ['127.0.0.1', randomPort()];
    const connection = new Connection<unknown>(...ends);
    if (this.#authkey !== null && this.#authkey.length > 0) {
      try {
        deliverChallenge(connection, this.#authkey);
        answerChallenge(connection, this.#authkey);
      } catch (error) {
        connection.close();
        throw error;
      }
    }
    return connection as unknown as Connection<S, R>;
  }

  /** Listens no longer; who comes now is refused. */
  close(): void {
    const handle = this.#handle;
    this.#handle = null;
    if (handle !== null) system.close(handle);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** @internal */
  get _handle(): system.Handle {
    if (this.#handle === null) throw new OSError('listener is closed');
    return this.#handle;
  }
}

/**
 * Connects to a listener.
 *
 * @param address - where it listens.
 * @param options - `authkey`, the listener's key; `family`.
 * @throws ConnectionRefusedError - nobody listens at this port.
 * @throws FileNotFoundError - nobody listens under this name.
 * @throws AuthenticationError - the keys are different.
 * @python multiprocessing.connection.Client
 * @see CPython 3.11 Lib/multiprocessing/connection.py
 */
export function Client<S = unknown, R = S>(
  address: Address,
  options: Pick<ListenerOptions, 'family' | 'authkey'> = {},
): Connection<S, R> {
  checkKeywords('Client', options, ['family', 'authkey']);
  const { family, authkey = null } = options;
  checkFamily(family);
  checkKey(authkey);
  const connection = new Connection<unknown>(...connectTo(address));
  if (authkey !== null) {
    try {
      answerChallenge(connection, authkey);
      deliverChallenge(connection, authkey);
    } catch (error) {
      connection.close();
      throw error;
    }
  }
  return connection as unknown as Connection<S, R>;
}

function listenOn(address: Address): [system.Handle, Address] {
  if (familyOf(address) === 'AF_UNIX' || address[1] !== 0) return [system.listenOn(nameOf(address)), resolved(address)];
  for (let tries = 0; ; tries++) {
    const chosen: Address = ['127.0.0.1', randomPort()];
    try {
      return [system.listenOn(nameOf(chosen)), chosen];
    } catch (error) {
      if (!(error instanceof OSError) || error.errno !== EADDRINUSE || tries === TRIES) throw error;
    }
  }
}

function resolved(address: Address): Address {
  if (typeof address === 'string') return address;
  const [host, port] = address;
  return [host === 'localhost' ? '127.0.0.1' : host === '' ? '0.0.0.0' : host, port];
}

function connectTo(address: Address): [readEnd: system.Handle, writeEnd: system.Handle] {
  try {
    return system.connectTo(nameOf(address));
  } catch (error) {
    // A name that nobody listens under is a file that is not there.
    if (!(error instanceof OSError) || typeof address !== 'string') throw error;
    throw new FileNotFoundError(2, 'No such file or directory');
  }
}

function checkKey(authkey: unknown): void {
  if (authkey === null || authkey instanceof Uint8Array) return;
  throw new TypeError('authkey should be a byte string');
}
