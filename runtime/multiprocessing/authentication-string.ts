import { reduce } from '../stdlib/pickle';
import { internal, isInheriting } from './reduction';

const NOT_SPAWNING = 'Pickling an AuthenticationString object is disallowed for security reasons';

/** Its constructor as far as it is used: of the many forms of it, TypeScript would take the wrong ones. */
const Bytes = Uint8Array as new (source: number | Uint8Array) => Uint8Array<ArrayBuffer>;

/** The bytes that processes prove their kinship with. Travels to a child at its start and never in a message. */
export class AuthenticationString extends Bytes {
  static random(): AuthenticationString {
    return crypto.getRandomValues(new AuthenticationString(32));
  }

  [reduce](): [typeof restore, [Uint8Array]] {
    if (!isInheriting()) throw new TypeError(NOT_SPAWNING);
    return [restore, [new Uint8Array(this)]];
  }
}

const restore = internal('AuthenticationString', (bytes: Uint8Array) => new AuthenticationString(bytes));
