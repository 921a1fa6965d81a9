import { type KernelToPage, NETWORK_WINDOW_BYTES, type NetworkPacket, type PageToKernel } from '../../kernel/protocol';
import type { Acceptor, Network, Wire } from './network';

/** A kernel that has more names or connections than this is refused the next. */
const MOST_NAMES = 64;
const MOST_CONNECTIONS = 256;
/** What a pipe holds may follow the window when a machine ends. */
const LAST_BYTES = 64 * 1024;

type NetworkMessage = Extract<KernelToPage, { type: `network/${string}` }>;

interface Connection {
  other: Wire | null;
  answer: ((callee: Wire | null) => void) | null;
  /** Sent by this machine and not taken yet. */
  onTheWay: number;
  /** This machine has said that it sends no more. */
  hasEnded: boolean;
}

/** One machine's way to the network. It trusts the machine with nothing: whoever sends more than the window is cut off. */
export class MachinePort {
  readonly #connections = new Map<number, Connection>();
  readonly #acceptors = new Map<string, Acceptor>();
  #lastConnection = 0;

  constructor(
    private readonly network: Network,
    private readonly send: (message: PageToKernel) => void,
  ) {}

  receive(message: NetworkMessage): void {
    switch (message.type) {
      case 'network/listen':
        return this.#listen(message.name);
      case 'network/unlisten':
        return this.#unlisten(message.name);
      case 'network/connect':
        return this.#connect(message.connection, message.name);
      case 'network/answer':
        return this.#answer(message.connection, message.isAccepted);
      case 'network/packet':
        return this.#forward(message.connection, message.packet);
    }
  }

  /** The machine is gone: who talks with it hears of that. */
  close(): void {
    for (const name of [...this.#acceptors.keys()]) this.#unlisten(name);
    for (const connection of [...this.#connections.keys()]) this.#cut(connection);
  }

  #listen(name: string): void {
    const answer = (isFree: boolean) => {
      if (!isFree) this.#acceptors.delete(name);
      this.send({ type: 'network/listening', name, isFree });
    };
    if (this.#acceptors.size >= MOST_NAMES || this.#acceptors.has(name)) {
      return this.send({ type: 'network/listening', name, isFree: false });
    }
    const acceptor: Acceptor = (caller, answered) => {
      const id = (this.#lastConnection += 2);
      if (!this.#add(id, caller, answered)) return answered(null);
      this.send({ type: 'network/incoming', connection: id, name });
    };
    this.#acceptors.set(name, acceptor);
    this.network.listen(name, acceptor, answer);
  }

  #unlisten(name: string): void {
    const acceptor = this.#acceptors.get(name);
    this.#acceptors.delete(name);
    if (acceptor !== undefined) this.network.unlisten(name, acceptor);
  }

  #connect(id: number, name: string): void {
    const refuse = () => this.send({ type: 'network/answer', connection: id, isAccepted: false });
    if (id % 2 === 0 || !this.#add(id, null, null)) return refuse();
    this.network.connect(name, this.#wireTo(id), (callee) => {
      const connection = this.#connections.get(id);
      if (callee === null || connection === undefined) {
        this.#connections.delete(id);
        if (callee !== null) hangUp(callee);
        return refuse();
      }
      connection.other = callee;
      this.send({ type: 'network/answer', connection: id, isAccepted: true });
    });
  }

  #answer(id: number, isAccepted: boolean): void {
    const connection = this.#connections.get(id);
    const answer = connection?.answer;
    if (connection === undefined || answer === null || answer === undefined) return;
    connection.answer = null;
    if (!isAccepted) this.#connections.delete(id);
    answer(isAccepted ? this.#wireTo(id) : null);
  }

  #forward(id: number, packet: NetworkPacket): void {
    const connection = this.#connections.get(id);
    const other = connection?.other;
    if (connection === undefined || other === null || other === undefined || connection.answer !== null) return;
    if (packet.kind === 'data') {
      connection.onTheWay += packet.bytes.length;
      if (connection.onTheWay > NETWORK_WINDOW_BYTES + LAST_BYTES) return this.#cut(id);
    }
    if (packet.kind === 'end') connection.hasEnded = true;
    other(packet);
  }

  #wireTo(id: number): Wire {
    let hasEnded = false;
    return (packet) => {
      const connection = this.#connections.get(id);
      if (connection === undefined) return;
      if (packet.kind === 'taken') connection.onTheWay -= packet.count;
      if (packet.kind === 'end') hasEnded = true;
      this.send({ type: 'network/packet', connection: id, packet });
      if (hasEnded && connection.hasEnded && connection.onTheWay <= 0) this.#connections.delete(id);
    };
  }

  #add(id: number, other: Wire | null, answer: Connection['answer']): boolean {
    if (this.#connections.size >= MOST_CONNECTIONS || this.#connections.has(id)) return false;
    this.#connections.set(id, { other, answer, onTheWay: 0, hasEnded: false });
    return true;
  }

  #cut(id: number): void {
    const connection = this.#connections.get(id);
    if (connection === undefined) return;
    this.#connections.delete(id);
    if (connection.answer !== null) return connection.answer(null);
    if (connection.other !== null) hangUp(connection.other);
    this.send({ type: 'network/packet', connection: id, packet: { kind: 'end' } });
    this.send({ type: 'network/packet', connection: id, packet: { kind: 'stop' } });
  }
}

function hangUp(wire: Wire): void {
  wire({ kind: 'end' });
  wire({ kind: 'stop' });
}
