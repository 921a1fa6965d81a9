import { BaseException, EOFError, Exception } from '../../errors';
import { current } from '../../process/context';
import { Feeder } from '../../process/feeder';
import { giveBack, incoming, receiveNow } from '../../process/messages';
import * as system from '../../process/system';
import { formatTraceback } from '../../process/traceback';
import { isRecord, iterable } from '../../stdlib/iterable';
import { hmacSha256 } from '../connection/sha256';
import { dumps, loads } from '../reduction';
import type { References } from './object-table';
import type { Request, Response } from './protocol';

const CHALLENGE = new TextEncoder().encode('#CHALLENGE#');
const WELCOME = new TextEncoder().encode('#WELCOME#');
const FAILURE = new TextEncoder().encode('#FAILURE#');
const NONCE_BYTES = 20;

let callers = 0;

/** Who calls methods of a server's objects. */
export interface Caller {
  readonly id: number;
  /** The objects it keeps alive. */
  readonly references: References;
  send(response: Response): void;
}

/** The server itself, when what it runs for a client uses a proxy of its own. */
export class OwnCaller implements Caller {
  readonly id = ++callers;
  readonly references: References = new Map();
  response: Response | null = null;

  send(response: Response): void {
    this.response = loads(dumps(response).bytes) as Response;
  }
}

/** One connection to the server. It proves that it knows the key before it is served. */
export class Client implements Caller {
  readonly id = ++callers;
  readonly references: References = new Map();
  readonly #feeder: Feeder;
  #frame = incoming();
  #stage: 'answer' | 'challenge' | 'verdict' | 'served' = 'answer';
  #nonce: Uint8Array;

  constructor(
    readonly readEnd: system.Handle,
    readonly writeEnd: system.Handle,
    private readonly authkey: Uint8Array,
  ) {
    this.#feeder = new Feeder(writeEnd);
    this.#nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    this.#feeder.put(Uint8Array.of(...CHALLENGE, ...this.#nonce));
  }

  send(response: Response): void {
    let bytes: Uint8Array;
    try {
      bytes = dumps(response).bytes;
    } catch (error) {
      bytes = dumps(['#UNSERIALIZABLE', formatTraceback(error, current().program)] satisfies Response).bytes;
    }
    this.#feeder.put(bytes);
  }

  /**
   * The next request, or null when there is none yet. What is none is answered with the error that it makes.
   * @throws EOFError - the client is gone, or does not know the key.
   * @throws OSError - it is gone in the middle of a request.
   */
  next(): Request | null {
    for (;;) {
      const bytes = receiveNow(this.readEnd, this.#frame);
      if (bytes === null) return null;
      this.#frame = incoming();
      if (this.#stage !== 'served') {
        this.#prove(bytes);
        continue;
      }
      const request = this.#read(bytes);
      if (request !== null) return request;
    }
  }

  close(): void {
    system.close(this.readEnd);
    system.close(this.writeEnd);
  }

  #read(bytes: Uint8Array<ArrayBuffer>): Request | null {
    try {
      return asRequest(loads(bytes));
    } catch (error) {
      if (error instanceof BaseException && !(error instanceof Exception)) throw error;
      this.send(['#TRACEBACK', formatTraceback(error, current().program)]);
      return null;
    } finally {
      giveBack(bytes);
    }
  }

  /** The other side of `answerChallenge` and `deliverChallenge`, one message at a time. */
  #prove(bytes: Uint8Array): void {
    switch (this.#stage) {
      case 'answer': {
        const isRight = areEqual(bytes, hmacSha256(this.authkey, this.#nonce));
        this.#feeder.put(isRight ? WELCOME : FAILURE);
        if (!isRight) throw new EOFError();
        this.#stage = 'challenge';
        return;
      }
      case 'challenge':
        this.#feeder.put(hmacSha256(this.authkey, bytes.subarray(CHALLENGE.length)));
        this.#stage = 'verdict';
        return;
      case 'verdict':
        if (!areEqual(bytes, WELCOME)) throw new EOFError();
        this.#stage = 'served';
        return;
      case 'served':
        return;
    }
  }
}

/** @throws TypeError - it is no request: somebody who knows the key sent something else. */
function asRequest(message: unknown): Request {
  const [id, method, args, kwds] = iterable(message as Iterable<unknown>);
  if (!(id === null || typeof id === 'number') || typeof method !== 'string' || !Array.isArray(args) || !isRecord(kwds)) {
    throw new TypeError('a request is [id, method, args, kwds]');
  }
  return message as Request;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
