import { AssertionError } from '../../errors';
import { AuthenticationError } from '../errors';
import type { Connection } from './connection';
import { hmacSha256 } from './sha256';

/* How both sides of a connection prove that they know the key, without sending it. */

/** What a proof needs of a connection. */
type Channel = Pick<Connection, 'recvBytes' | 'sendBytes'>;

const MESSAGE_BYTES = 20;
const LONGEST = 256;
/** What a challenge begins with. */
export const CHALLENGE = bytesOf('#CHALLENGE#');
const WELCOME = bytesOf('#WELCOME#');
const FAILURE = bytesOf('#FAILURE#');

/**
 * Lets the other side prove that it knows a key.
 * @throws AuthenticationError - it does not.
 * @python multiprocessing.connection.deliver_challenge
 */
export function deliverChallenge(connection: Channel, authkey: Uint8Array): void {
  const message = crypto.getRandomValues(new Uint8Array(MESSAGE_BYTES));
  connection.sendBytes(Uint8Array.of(...CHALLENGE, ...message));
  const isRight = areEqual(connection.recvBytes(LONGEST), hmacSha256(authkey, message));
  connection.sendBytes(isRight ? WELCOME : FAILURE);
  if (!isRight) throw new AuthenticationError('digest received was wrong');
}

/**
 * Proves to the other side that this one knows a key.
 * @throws AuthenticationError - the other side has another.
 * @python multiprocessing.connection.answer_challenge
 */
export function answerChallenge(connection: Channel, authkey: Uint8Array): void {
  const message = connection.recvBytes(LONGEST);
  if (!areEqual(message.subarray(0, CHALLENGE.length), CHALLENGE)) {
    throw new AssertionError(`message = ${new TextDecoder().decode(message)}`);
  }
  connection.sendBytes(hmacSha256(authkey, message.subarray(CHALLENGE.length)));
  if (!areEqual(connection.recvBytes(LONGEST), WELCOME)) throw new AuthenticationError('digest sent was rejected');
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
