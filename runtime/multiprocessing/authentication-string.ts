import { isInheriting } from './reduction';
import { reduce } from '../stdlib/pickle';

const NOT_SPAWNING = 'Pickling an AuthenticationString object is disallowed for security reasons';

/** The bytes that processes prove their kinship with. Travels to a child at its start and never in a message. */
export class AuthenticationString extends Uint8Array<ArrayBuffer> {
  static random(): AuthenticationString {
    return crypto.getRandomValues(new AuthenticationString(32));
  }

  [reduce](): [(bytes: Uint8Array) => AuthenticationString, [Uint8Array]] {
    if (!isInheriting()) throw new TypeError(NOT_SPAWNING);
    return [restore, [new Uint8Array(this)]];
  }
}

function restore(bytes: Uint8Array): AuthenticationString {
  return new AuthenticationString(bytes);
}
