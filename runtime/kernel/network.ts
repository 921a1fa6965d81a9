import { type Handle, wordOf } from '../memory/handle';
import { MAX_SLOTS } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { BROKEN, tryRead, tryWrite, watch, WOULD_BLOCK } from '../memory/pipe';
import { KERNEL_PID, type SharedObjects } from './objects';
import { type KernelToPage, NETWORK_PACKET_BYTES, NETWORK_WINDOW_BYTES, type NetworkPacket } from './protocol';

/** The kernel's side of a connection: the two pipes that end here. */
export interface Ends {
  readonly readEnd: Handle;
  readonly writeEnd: Handle;
}

/** A connection that leaves the machine. Each direction ends by itself. */
interface Link extends Ends {
  readonly incoming: Uint8Array[];
  credit: number;
  isReading: boolean;
  isWriting: boolean;
  /** The other side has sent its last byte. */
  hasEnded: boolean;
}

/** Slot number the kernel signs guards with; no process has it. */
const KERNEL_SLOT = MAX_SLOTS;

/** Names with this beginning are for this machine alone. */
const PRIVATE = 'local:';

/**
 * Carries bytes between pipes of this machine and the page, which knows where the other machines are. What is on its way is
 * bounded: a side sends no more than a window that the other has not taken yet, then its pipe fills, then its writers park.
 */
export class KernelNetwork {
  readonly #links = new Map<number, Link>();
  readonly #calls = new Map<number, (isAccepted: boolean) => void>();
  readonly #listens = new Map<string, (isFree: boolean) => void>();
  readonly #names = new Set<string>();
  #lastConnection = -1;

  constructor(
    private readonly memory: Memory,
    private readonly objects: SharedObjects,
    private readonly tell: (message: KernelToPage) => void,
  ) {}

  /** Somebody outside may still wake a process of this machine. */
  get isOpen(): boolean {
    return this.#links.size > 0 || this.#names.size > 0;
  }

  isShared(name: string): boolean {
    return !name.startsWith(PRIVATE);
  }

  listen(name: string, answer: (isFree: boolean) => void): void {
    this.#listens.set(name, answer);
    this.#names.add(name);
    this.tell({ type: 'network/listen', name });
  }

  listening(name: string, isFree: boolean): void {
    const answer = this.#listens.get(name);
    this.#listens.delete(name);
    if (!isFree) this.#names.delete(name);
    answer?.(isFree);
  }

  unlisten(name: string): void {
    if (this.#names.delete(name)) this.tell({ type: 'network/unlisten', name });
  }

  /** Calls a listener of another machine; the ends are used when it takes the call. */
  connect(name: string, makeEnds: () => Ends | null, answer: (isAccepted: boolean) => void): void {
    const connection = (this.#lastConnection += 2);
    this.#calls.set(connection, (isAccepted) => {
      const ends = isAccepted ? makeEnds() : null;
      if (ends !== null) this.#open(connection, ends);
      else if (isAccepted) this.#refuse(connection);
      answer(ends !== null);
    });
    this.tell({ type: 'network/connect', connection, name });
  }

  answered(connection: number, isAccepted: boolean): void {
    const answer = this.#calls.get(connection);
    this.#calls.delete(connection);
    answer?.(isAccepted);
  }

  /** Somebody calls; `ends` is null when nobody listens. */
  incoming(connection: number, ends: Ends | null): void {
    this.tell({ type: 'network/answer', connection, isAccepted: ends !== null });
    if (ends !== null) this.#open(connection, ends);
  }

  receive(connection: number, packet: NetworkPacket): void {
    const link = this.#links.get(connection);
    if (link === undefined) return;
    switch (packet.kind) {
      case 'data':
        if (link.isWriting) link.incoming.push(packet.bytes);
        break;
      case 'taken':
        link.credit += packet.count;
        break;
      case 'end':
        link.hasEnded = true;
        break;
      case 'stop':
        this.#stopReading(link);
        break;
    }
    this.#pump(connection, link);
  }

  /** Moves what can be moved. */
  attend(): void {
    for (const [connection, link] of this.#links) this.#pump(connection, link);
  }

  /** The last process has ended: what it has written goes out, however little the other side has taken. */
  finish(): void {
    for (const [connection, link] of this.#links) {
      link.credit = Infinity;
      this.#pump(connection, link);
    }
  }

  #open(connection: number, ends: Ends): void {
    const link = { ...ends, incoming: [], credit: NETWORK_WINDOW_BYTES, isReading: true, isWriting: true, hasEnded: false };
    this.#links.set(connection, link);
    for (const end of [ends.readEnd, ends.writeEnd]) watch(this.memory, wordOf(end));
    this.#pump(connection, link);
  }

  #refuse(connection: number): void {
    this.#send(connection, { kind: 'end' });
    this.#send(connection, { kind: 'stop' });
  }

  #pump(connection: number, link: Link): void {
    this.#sendAll(connection, link);
    this.#deliver(connection, link);
    if (!link.isReading && !link.isWriting) this.#links.delete(connection);
  }

  #sendAll(connection: number, link: Link): void {
    while (link.isReading && link.credit > 0) {
      const bytes = new Uint8Array(Math.min(NETWORK_PACKET_BYTES, link.credit));
      const count = tryRead(this.memory, wordOf(link.readEnd), KERNEL_SLOT, bytes);
      if (count === WOULD_BLOCK) return;
      if (count === 0) {
        this.#send(connection, { kind: 'end' });
        this.#stopReading(link);
      } else {
        link.credit -= count;
        this.#send(connection, { kind: 'data', bytes: bytes.slice(0, count) });
      }
    }
  }

  #deliver(connection: number, link: Link): void {
    let taken = 0;
    for (let first = link.incoming[0]; first !== undefined && link.isWriting; first = link.incoming[0]) {
      const count = tryWrite(this.memory, wordOf(link.writeEnd), KERNEL_SLOT, first);
      if (count === WOULD_BLOCK) break;
      if (count === BROKEN) {
        this.#send(connection, { kind: 'stop' });
        this.#stopWriting(link);
        return;
      }
      taken += count;
      if (count === first.length) link.incoming.shift();
      else link.incoming[0] = first.subarray(count);
    }
    if (taken > 0) this.#send(connection, { kind: 'taken', count: taken });
    if (link.hasEnded && link.incoming.length === 0) this.#stopWriting(link);
  }

  #stopReading(link: Link): void {
    if (!link.isReading) return;
    link.isReading = false;
    this.objects.close(link.readEnd, KERNEL_PID);
  }

  #stopWriting(link: Link): void {
    if (!link.isWriting) return;
    link.isWriting = false;
    link.incoming.length = 0;
    this.objects.close(link.writeEnd, KERNEL_PID);
  }

  #send(connection: number, packet: NetworkPacket): void {
    this.tell({ type: 'network/packet', connection, packet });
  }
}
