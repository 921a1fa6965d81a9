import type { NetworkPacket } from '../../kernel/protocol';

/** A way to one end of a connection. */
export type Wire = (packet: NetworkPacket) => void;

/** Somebody calls a listener: it answers with a way to itself, or null. Nothing may be sent before the answer. */
export type Acceptor = (caller: Wire, answer: (callee: Wire | null) => void) => void;

/**
 * How machines reach each other: streams of bytes by name (`inet:127.0.0.1:5000`, `unix:/tmp/name`), each side sending no more
 * than `NETWORK_WINDOW_BYTES` that were not taken. Another transport is another of these.
 */
export interface Network {
  listen(name: string, acceptor: Acceptor, listening: (isFree: boolean) => void): void;
  unlisten(name: string, acceptor: Acceptor): void;
  connect(name: string, caller: Wire, opened: (callee: Wire | null) => void): void;
}
