import { BrokenPipeError, EOFError } from '../../errors';
import { threadIdentity } from '../../process/thread-identity';
import { type Address, Client, type Connection } from '../connection';
import { type Request, type Response, resultOf } from './protocol';

/*
 * A process has one connection to each server, whichever proxy is used; each green thread its own, so that one that waits for an
 * answer does not keep the others waiting.
 */

type ServerLink = Connection<Request, Response>;

const links = new Map<string, ServerLink>();

function keyOf(address: Address): string {
  return `${threadIdentity().id} ${String(address)}`;
}

function linkTo(address: Address, authkey: Uint8Array): ServerLink {
  const key = keyOf(address);
  const known = links.get(key);
  if (known !== undefined) return known;
  const link = Client<Request, Response>(address, { authkey });
  links.set(key, link);
  return link;
}

type Answer = (address: Address, request: Request) => Response | null;

let answer: Answer | null = null;

/** This process is a server: it answers what it asks itself, for it has nobody else who could. */
export function answerHere(own: Answer): void {
  answer = own;
}

/** Asks a server and waits for what it answers. */
export function ask(address: Address, authkey: Uint8Array, request: Request): Response {
  const own = answer?.(address, request);
  if (own !== null && own !== undefined) return own;
  const link = linkTo(address, authkey);
  try {
    link.send(request);
  } catch (error) {
    // Over a network, what is sent to somebody who is gone is lost first, and then nothing comes back.
    if (error instanceof BrokenPipeError && typeof address !== 'string') throw new EOFError();
    throw error;
  }
  return link.recv();
}

/** The result of a function of the server itself. */
export function control(address: Address, authkey: Uint8Array, method: string, ...args: readonly unknown[]): unknown {
  return resultOf(ask(address, authkey, [null, method, args, {}]));
}

/**
 * Whether a server is there and has this key.
 * @throws ConnectionRefusedError - nobody listens there.
 * @throws AuthenticationError - it has another key.
 */
export function greet(address: Address, authkey: Uint8Array): void {
  using link = Client<Request, Response>(address, { authkey });
  link.send([null, 'dummy', [], {}]);
  resultOf(link.recv());
}
