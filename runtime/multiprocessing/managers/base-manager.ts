import { AssertionError, AttributeError } from '../../errors';
import { checkKeywords } from '../../errors/argument-checks';
import { serveOthers } from '../../process/system';
import { SIG_IGN, SIGINT, signal } from '../../stdlib/signal';
import { type Address, type Connection, Pipe } from '../connection';
import { ProcessError } from '../errors';
import { currentProcess, Process } from '../process';
import { logInfo } from '../log';
import { internal } from '../reduction';
import { Finalize } from '../util';
import { control, greet } from './link';
import type { Made } from './protocol';
import { autoProxy, type BaseProxy, type ProxyOptions, type ProxyType } from './proxy';
import type { Registration, Registry } from './registry';
import { Server } from './server';

export interface ManagerOptions {
  /** Where its server listens: a name, or `[host, port]`, port 0 being any that is free; default a new name. */
  readonly address?: Address | null;
  /** What clients must know; default this process's key. */
  readonly authkey?: Uint8Array | null;
  /** How many seconds its server has to end by itself; then it is terminated. Default 1. */
  readonly shutdownTimeout?: number;
}

export interface RegisterOptions {
  /** A class or function that makes the object, in the server; must be top level. Not needed to connect. */
  readonly callable?: ((...args: never[]) => unknown) | (new (...args: never[]) => object) | null;
  /** The class of its proxies; default one with the exposed methods. */
  readonly proxytype?: ProxyType | null;
  /** Methods that may be called; default all that do not begin with an underscore. */
  readonly exposed?: readonly string[] | null;
  /** Methods whose results stay in the server, and as what. */
  readonly methodToTypeid?: Readonly<Record<string, string>>;
  /** Whether the manager gets a method of this name; default true. */
  readonly createMethod?: boolean;
}

interface TypeEntry extends Registration {
  readonly proxytype: ProxyType | null;
}

type State = 'initial' | 'started' | 'shutdown';

const types = new WeakMap<object, Map<string, TypeEntry>>();
const SHUTDOWN_SECONDS = 1;

/** What a class of managers and those it is derived from have registered. */
function typesOf(manager: object): Map<string, TypeEntry> {
  const chain: Map<string, TypeEntry>[] = [];
  for (let level: object | null = manager; level !== null; level = Object.getPrototypeOf(level) as object | null) {
    const own = types.get(level);
    if (own !== undefined) chain.unshift(own);
  }
  return new Map(chain.flatMap((entries) => [...entries]));
}

/**
 * Controls a server process that holds objects for other processes. Derive a class and register what it can make.
 *
 * @param options - `address` and `authkey`.
 * @python multiprocessing.managers.BaseManager - `with manager:` is `using m = new M(); m.start();`. A method of a class of your own
 *   that waits keeps the other clients waiting; what is registered of `queue` and `threading` does not.
 * @see CPython 3.11 Lib/multiprocessing/managers.py
 * @example
 * import { BaseManager, type BaseProxy } from 'multiprocessing/managers';
 *
 * class Counter {
 *   #n = 0;
 *   bump() {
 *     return ++this.#n;
 *   }
 * }
 * class MyManager extends BaseManager {
 *   declare Counter: () => BaseProxy & Counter;
 * }
 * MyManager.register('Counter', { callable: Counter });
 *
 * if (import.meta.main) {
 *   using manager = new MyManager();
 *   manager.start();
 *   const counter = manager.Counter();
 *   console.log(counter.bump(), counter.bump());
 * }
 */
export class BaseManager {
  /** The server's process; null before it was started. */
  _process: Process<never> | null = null;
  #address: Address | null;
  readonly #authkey: Uint8Array;
  readonly #shutdownTimeout: number;
  #state: State = 'initial';
  #shutdown: Finalize | null = null;

  constructor(options: ManagerOptions = {}) {
    checkKeywords('BaseManager.__init__', options, ['address', 'authkey', 'shutdownTimeout']);
    const { address = null, authkey = null, shutdownTimeout = SHUTDOWN_SECONDS } = options;
    this.#shutdownTimeout = shutdownTimeout;
    this.#address = address;
    this.#authkey = authkey ?? currentProcess().authkey;
  }

  /** Where the server listens; null before it was started. */
  get address(): Address | null {
    return this.#address;
  }

  /**
   * Says what managers of this class can make.
   * @param typeid - the name of the type, and of the method that makes one.
   * @param options - `callable`, `proxytype`, `exposed`.
   */
  static register<M extends BaseManager>(
    this: new (
      ...args: never[]
    ) => M,
    typeid: Exclude<keyof M, keyof BaseManager> & string,
    options?: RegisterOptions,
  ): void {
    registerType(this, typeid, options);
  }

  /** What managers of this class can make, by typeid. */
  static get _registry(): Readonly<Record<string, RegisterOptions>> {
    return Object.fromEntries(typesOf(this));
  }

  /**
   * Starts the server, in a process of its own.
   * @param initializer - a top-level function that the server calls at its start.
   * @param initargs - its arguments.
   * @throws ProcessError - `Already started server`, `Manager has shut down`.
   */
  start(initializer: ((...args: never[]) => unknown) | null = null, initargs: readonly unknown[] = []): void {
    if (this.#state === 'started') throw new ProcessError('Already started server');
    if (this.#state === 'shutdown') throw new ProcessError('Manager has shut down');
    if (initializer !== null && typeof initializer !== 'function') throw new TypeError('initializer must be a callable');
    const [reader, writer] = Pipe<Address>(false);
    const process = new Process<unknown[]>({
      target: runServer as never,
      args: [this._serverType(), this.#registry(), this.#address, new Uint8Array(this.#authkey), writer, initializer, initargs],
    });
    process.name = `${this.constructor.name}-${process._identity.join(':')}`;
    process.start();
    this._process = process;
    writer.close();
    this.#address = reader.recv();
    reader.close();
    this.#state = 'started';
    this.#shutdown = new Finalize(this, () => this.#stop(), [], { exitpriority: 0 });
  }

  /**
   * Uses a server that somebody else has started.
   * @throws ConnectionRefusedError - nobody listens there.
   * @throws AuthenticationError - it has another key.
   */
  connect(): void {
    const address = this.#known();
    greet(address, this.#authkey);
    this.#state = 'started';
  }

  /** The server itself, to serve in this process: `getServer().serveForever()`. */
  getServer(): Server {
    if (this.#state !== 'initial')
      throw new ProcessError(this.#state === 'started' ? 'Already started server' : 'Manager has shut down');
    return new (this._serverType())(this.#registry(), this.#address, this.#authkey);
  }

  /**
   * Ends the server. Only by who has started it.
   * @throws AttributeError - it was not started.
   */
  shutdown(): void {
    if (this.#shutdown === null) throw new AttributeError(`'${this.constructor.name}' object has no attribute 'shutdown'`);
    this.#shutdown.call();
  }

  /** Waits until the server has ended. */
  join(timeout?: number | null): void {
    this._process?.join(timeout);
  }

  [Symbol.dispose](): void {
    this.shutdown();
  }

  /** @internal What runs in the server's process. */
  _serverType(): typeof Server {
    return Server;
  }

  /** @internal Asks the server itself. */
  _control(method: string, ...args: readonly unknown[]): unknown {
    return control(this.#known(), this.#authkey, method, ...args);
  }

  /** @internal */
  _numberOfObjects(): number {
    return this._control('numberOfObjects') as number;
  }

  /** @internal */
  _create(typeid: string, args: readonly unknown[]): BaseProxy {
    if (this.#state !== 'started') throw new AssertionError('server not yet started');
    const { token, exposed } = control(this.#known(), this.#authkey, 'create', typeid, ...args) as Made;
    const entries = typesOf(this.constructor);
    const proxytypes = Object.fromEntries(
      [...entries].flatMap(([name, { proxytype }]) => (proxytype === null ? [] : [[name, proxytype]])),
    );
    const options: ProxyOptions = { authkey: this.#authkey, exposed, incref: false, proxytypes };
    const type = entries.get(typeid)?.proxytype ?? null;
    return type === null ? autoProxy(token, options) : new type(token, options);
  }

  #known(): Address {
    if (this.#address === null) throw new AssertionError('server not yet started');
    return this.#address;
  }

  #registry(): Registry {
    return Object.fromEntries(
      [...typesOf(this.constructor)].map(([typeid, { callable, exposed, methodToTypeid }]) => [
        typeid,
        { callable, exposed, methodToTypeid },
      ]),
    );
  }

  #stop(): void {
    this.#state = 'shutdown';
    const process = this._process;
    if (process?.isAlive() !== true) return;
    logInfo('sending shutdown message to manager');
    try {
      control(this.#known(), this.#authkey, 'shutdown');
    } catch {
      // It is gone already.
    }
    process.join(this.#shutdownTimeout);
    if (process.isAlive()) {
      process.terminate();
      process.join(this.#shutdownTimeout);
      if (process.isAlive()) process.kill();
    }
  }
}

/** @internal */
export function registerType(manager: object, typeid: string, options: RegisterOptions = {}): void {
  const { callable = null, proxytype = null, exposed = null, methodToTypeid = {}, createMethod = true } = options;
  const own = types.get(manager) ?? new Map<string, TypeEntry>();
  own.set(typeid, { callable, proxytype, exposed, methodToTypeid });
  types.set(manager, own);
  if (!createMethod) return;
  Object.defineProperty((manager as { prototype: object }).prototype, typeid, {
    configurable: true,
    value(this: BaseManager, ...args: unknown[]): BaseProxy {
      return this._create(typeid, args);
    },
  });
}

internal('Server', Server);

const runServer = internal(
  'runServer',
  (
    serverType: typeof Server,
    registry: Registry,
    address: Address | null,
    authkey: Uint8Array,
    writer: Connection<Address>,
    initializer: ((...args: never[]) => unknown) | null,
    initargs: readonly unknown[],
  ): void => {
    // Who catches a KeyboardInterrupt still wants to see what the server holds.
    signal(SIGINT, SIG_IGN);
    serveOthers();
    if (initializer !== null) Reflect.apply(initializer, undefined, initargs);
    const server = new serverType(registry, address, authkey);
    logInfo('manager serving at %r', server.address);
    writer.send(server.address);
    writer.close();
    server.serveForever();
  },
);
