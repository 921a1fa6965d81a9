import { parseTabMessage, type TabMessage } from '../message-schema';
import type { Acceptor, Network, Wire } from './network';
import { pageNetwork } from './page-network';

/** A tab that has not answered a call by then has gone. */
const ANSWER_MS = 2000;

/**
 * Connects the machines of a page with each other, and with those of other tabs of the same site. Tabs tell each other what is
 * listened to, so that a call that nobody could take is refused at once.
 */
export function siteNetwork(channelName = 'spawnpoint-network'): Network {
  if (typeof BroadcastChannel === 'undefined') return pageNetwork();
  const tab = new Tab(new BroadcastChannel(channelName));
  return { listen: tab.listen, unlisten: tab.unlisten, connect: tab.connect };
}

class Tab {
  readonly #id = crypto.randomUUID();
  readonly #here = pageNetwork();
  readonly #names = new Set<string>();
  /** Per tab: what is listened to there. */
  readonly #others = new Map<string, ReadonlySet<string>>();
  /** Per call that this tab has made: what becomes of it. */
  readonly #calls = new Map<number, (isAccepted: boolean) => void>();
  /** Ways to ends in this tab, by whose call it is and its number. */
  readonly #wires = new Map<string, { readonly wire: Wire; readonly other: string }>();
  /** Ends that have said they send no more. */
  readonly #ended = new Map<string, number>();
  #lastConnection = 0;

  constructor(private readonly channel: BroadcastChannel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = parseTabMessage(data);
      if (message !== null && (!('to' in message) || message.to === this.#id)) this.#receive(message);
    };
    this.#post({ type: 'hello', from: this.#id });
    // A tab that is left must not be called; one that comes back from the browser's cache says again what it has.
    const page: Partial<Pick<typeof globalThis, 'addEventListener'>> = globalThis;
    page.addEventListener?.('pagehide', () => this.#post({ type: 'gone', from: this.#id }));
    page.addEventListener?.('pageshow', () => this.#tellNames());
  }

  listen = (name: string, acceptor: Acceptor, listening: (isFree: boolean) => void): void => {
    if (this.#tabOf(name) !== undefined) return listening(false);
    this.#here.listen(name, acceptor, (isFree) => {
      if (isFree) this.#names.add(name);
      if (isFree) this.#tellNames();
      listening(isFree);
    });
  };

  unlisten = (name: string, acceptor: Acceptor): void => {
    this.#here.unlisten(name, acceptor);
    this.#names.delete(name);
    this.#tellNames();
  };

  connect = (name: string, caller: Wire, opened: (callee: Wire | null) => void): void => {
    const to = this.#names.has(name) ? undefined : this.#tabOf(name);
    if (to === undefined) return this.#here.connect(name, caller, opened);
    const connection = ++this.#lastConnection;
    const timer = setTimeout(() => {
      this.#others.delete(to);
      this.#calls.get(connection)?.(false);
    }, ANSWER_MS);
    this.#calls.set(connection, (isAccepted) => {
      clearTimeout(timer);
      this.#calls.delete(connection);
      if (isAccepted) this.#wires.set(keyOf(this.#id, connection), { wire: caller, other: to });
      opened(isAccepted ? this.#wireTo(to, connection, true) : null);
    });
    this.#post({ type: 'call', from: this.#id, to, connection, name });
  };

  #receive(message: TabMessage): void {
    switch (message.type) {
      case 'hello':
        return this.#tellNames();
      case 'names':
        this.#others.set(message.from, new Set(message.names));
        return;
      case 'gone':
        return this.#forget(message.from);
      case 'call':
        return this.#called(message.from, message.connection, message.name);
      case 'answer':
        return this.#calls.get(message.connection)?.(message.isAccepted);
      case 'packet': {
        const key = keyOf(message.isCaller ? message.from : this.#id, message.connection);
        this.#wires.get(key)?.wire(message.packet);
        if (message.packet.kind === 'end') this.#countEnd(key);
      }
    }
  }

  #called(from: string, connection: number, name: string): void {
    this.#here.connect(name, this.#wireTo(from, connection, false), (callee) => {
      if (callee !== null) this.#wires.set(keyOf(from, connection), { wire: callee, other: from });
      this.#post({ type: 'answer', from: this.#id, to: from, connection, isAccepted: callee !== null });
    });
  }

  /** A way to an end in another tab; `isCaller` says whether the end of this tab has made the call. */
  #wireTo(to: string, connection: number, isCaller: boolean): Wire {
    return (packet) => {
      this.#post({ type: 'packet', from: this.#id, to, connection, isCaller, packet });
      if (packet.kind === 'end') this.#countEnd(keyOf(isCaller ? this.#id : to, connection));
    };
  }

  /** After both have ended only small news can come, which nobody needs once all bytes were taken. */
  #countEnd(key: string): void {
    const count = (this.#ended.get(key) ?? 0) + 1;
    this.#ended.set(key, count);
    if (count < 2) return;
    this.#ended.delete(key);
    // What was sent before the end may still be acknowledged.
    setTimeout(() => this.#wires.delete(key), ANSWER_MS);
  }

  #tabOf(name: string): string | undefined {
    return [...this.#others].find(([, names]) => names.has(name))?.[0];
  }

  #tellNames(): void {
    this.#post({ type: 'names', from: this.#id, names: [...this.#names] });
  }

  /** Its machines went with it: all connections to them end. */
  #forget(tab: string): void {
    this.#others.delete(tab);
    for (const [key, { wire, other }] of this.#wires) {
      if (other !== tab) continue;
      this.#wires.delete(key);
      wire({ kind: 'end' });
      wire({ kind: 'stop' });
    }
  }

  #post(message: TabMessage): void {
    this.channel.postMessage(message);
  }
}

function keyOf(callerTab: string, connection: number): string {
  return `${callerTab} ${connection}`;
}
