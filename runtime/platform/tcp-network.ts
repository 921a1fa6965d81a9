import { connect, createServer, type Server, type Socket } from 'node:net';
import { NETWORK_PACKET_BYTES, NETWORK_WINDOW_BYTES, type NetworkPacket } from '../kernel/protocol';
import type { Acceptor, Network, Wire } from '../page/network/network';

const ADDRESS = /^inet:127\.0\.0\.1:(\d+)$/;

/** Connects programs in different terminals: ports are real ones, of the loopback interface only. */
export function tcpNetwork(): Network {
  const servers = new Map<Acceptor, Server>();
  return {
    listen(name, acceptor, listening) {
      const port = portOf(name);
      // Names are files for others; here they are this program's own.
      if (port === null) return listening(true);
      const server = createServer({ allowHalfOpen: true }, (socket) => {
        // Nothing is read before somebody has taken the call.
        socket.pause();
        const end = new SocketEnd(socket);
        acceptor(end.receive, (callee) => {
          if (callee === null) socket.destroy();
          else end.join(callee);
        });
      });
      server.once('error', () => listening(false));
      server.listen(port, '127.0.0.1', () => {
        servers.set(acceptor, server);
        // A program that has ended does not stay for its listeners.
        server.unref();
        listening(true);
      });
    },
    unlisten(_name, acceptor) {
      servers.get(acceptor)?.close();
      servers.delete(acceptor);
    },
    connect(name, caller, opened) {
      const port = portOf(name);
      if (port === null) return opened(null);
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      const refused = () => opened(null);
      socket.once('error', refused);
      socket.once('connect', () => {
        socket.off('error', refused);
        const end = new SocketEnd(socket);
        opened(end.receive);
        end.join(caller);
      });
    },
  };
}

function portOf(name: string): number | null {
  const port = Number(ADDRESS.exec(name)?.[1] ?? 0);
  return port > 0 && port < 65_536 ? port : null;
}

/** What stands for the other machine here: packets become bytes of a socket, and the other way round. */
class SocketEnd {
  #machine: Wire = () => undefined;
  #onTheWay = 0;
  #hasEnded = false;

  constructor(private readonly socket: Socket) {}

  /** From now on the socket's bytes go to the machine. */
  join(machine: Wire): void {
    const { socket } = this;
    this.#machine = machine;
    socket.setNoDelay(true);
    socket.on('data', (bytes: Uint8Array) => this.#read(bytes));
    socket.on('end', () => this.#end());
    // A reset is told by `close`, which follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#end();
      machine({ kind: 'stop' });
    });
    socket.resume();
  }

  receive = (packet: NetworkPacket): void => {
    const { socket } = this;
    switch (packet.kind) {
      case 'data': {
        const { bytes } = packet;
        socket.write(bytes, () => this.#machine({ kind: 'taken', count: bytes.length }));
        break;
      }
      case 'taken':
        this.#onTheWay -= packet.count;
        if (this.#onTheWay < NETWORK_WINDOW_BYTES) socket.resume();
        break;
      case 'end':
        socket.end();
        break;
      case 'stop':
        // What still comes is for nobody; the other side learns of that when it writes.
        socket.destroySoon();
        break;
    }
  };

  #read(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; start += NETWORK_PACKET_BYTES) {
      this.#machine({ kind: 'data', bytes: new Uint8Array(bytes.subarray(start, start + NETWORK_PACKET_BYTES)) });
    }
    this.#onTheWay += bytes.length;
    if (this.#onTheWay >= NETWORK_WINDOW_BYTES) this.socket.pause();
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#machine({ kind: 'end' });
  }
}
