import { bytes } from 'builtins';
import mp from 'multiprocessing';
import { CHALLENGE, answerChallenge, deliverChallenge } from 'multiprocessing/connection';
import { assertRaises } from './assertions';

export function testDeliverChallengeAuthFailure(): void {
  const fake = {
    recvBytes: () => bytes('something bogus'),
    sendBytes: () => undefined,
  };
  assertRaises(mp.AuthenticationError, () => deliverChallenge(fake, bytes('abc')));
}

export function testAnswerChallengeAuthFailure(): void {
  let count = 0;
  const fake = {
    recvBytes: () => {
      count += 1;
      return count === 1 ? new Uint8Array(CHALLENGE) : bytes(count === 2 ? 'something bogus' : '');
    },
    sendBytes: () => undefined,
  };
  assertRaises(mp.AuthenticationError, () => answerChallenge(fake, bytes('abc')));
}
