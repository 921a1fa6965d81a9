import { AssertionError } from '../../errors';
import { AuthenticationError } from '../errors';
import type { Connection } from './connection';
import { hmacSha256 } from './sha256';

/* How both sides of a connection prove that they know the key, without sending it. */

const MESSAGE_BYTES = 20;
const LONGEST = 256;
const CHALLENGE = bytesOf('#CHALLENGE#');
const WELCOME = bytesOf('#WELCOME#');
const FAILURE = bytesOf('#FAILURE#');

/** @throws AuthenticationError - the other side does not know the key. */
export function deliverChallenge(connection: Connection, authkey: Uint8Array): void {
  const message = crypto.getRandomValues(new Uint8Array(MESSAGE_BYTES));
  connection.sendBytes(Uint8Array.of(...CHALLENGE, ...message));
  const isRight = areEqual(connection.recvBytes(LONGEST), hmacSha256(authkey, message));
  connection.sendBytes(isRight ? WELCOME : FAILURE);
  if (!isRight) throw new AuthenticationError('digest received was wrong');
}

/** @throws AuthenticationError - the other side has another key. */
export function answerChallenge(connection: Connection, authkey: Uint8Array): void {
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
