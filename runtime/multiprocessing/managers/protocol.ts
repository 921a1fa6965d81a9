import { Exception, pythonModule, ValueError } from '../../errors';
import type { Address } from '../connection';

/** Names a shared object: what it is, where its server listens, which of the server's objects it is. */
export interface Token {
  readonly typeid: string;
  readonly address: Address;
  readonly id: number;
}

/** What a client asks: a method of an object, or with null for it, of the server itself. */
export type Request = readonly [id: number | null, method: string, args: readonly unknown[], kwds: object];

export type Response =
  | readonly [kind: '#RETURN', value: unknown]
  /** The method raised this. */
  | readonly [kind: '#ERROR', error: unknown]
  /** Something else went wrong in the server. */
  | readonly [kind: '#TRACEBACK' | '#UNSERIALIZABLE', text: string]
  /** The result stays in the server and the client gets a proxy of it. */
  | readonly [kind: '#PROXY', made: Made];

/** A new object of a server. */
export interface Made {
  readonly token: Token;
  readonly exposed: readonly string[];
}

/**
 * Something went wrong in a manager's server; its traceback is the message.
 * @python multiprocessing.managers.RemoteError
 */
export class RemoteError extends Exception {
  /** @internal */
  static [pythonModule] = 'multiprocessing.managers';

  constructor(...args: readonly unknown[]) {
    super(...args);
    const line = '-'.repeat(75);
    Object.defineProperty(this, 'message', { value: `\n${line}\n${String(args[0])}${line}`, configurable: true });
  }
}

/** The value of a response, or what it tells to raise. */
export function resultOf(response: Response): unknown {
  const [kind, content] = response;
  switch (kind) {
    case '#RETURN':
    case '#PROXY':
      return content;
    case '#ERROR':
      throw content as Error;
    case '#TRACEBACK':
      throw new RemoteError(content);
    case '#UNSERIALIZABLE':
      throw new RemoteError(`Unserializable message: ${content}\n`);
    default:
      throw new ValueError(`Unrecognized message type ${String(kind)}`);
  }
}
