import { AttributeError, BaseException, EOFError, Exception, KeyError, SystemExit } from '../../errors';
import { Feeder } from '../../process/feeder';
import { giveBack, incoming, receiveNow } from '../../process/messages';
import { current } from '../../process/context';
import * as system from '../../process/system';
import { identifyThreadsBy } from '../../process/thread-identity';
import { formatTraceback } from '../../process/traceback';
import type { Step, Steps } from '../../stdlib/threading/steps';
import { typeName } from '../../stdlib/type-name';
import type { Address } from '../connection';
import { Listener } from '../connection';
import { hmacSha256 } from '../connection/sha256';
import { checkArity } from '../../stdlib/arity';
import { dumps, loads } from '../reduction';
import { answerHere } from './link';
import type { Made, Request, Response, Token } from './protocol';
import type { Registration, Registry } from './registry';

interface Entry {
  readonly object: object;
  readonly exposed: ReadonlySet<string>;
  readonly methodToTypeid: Readonly<Record<string, string>>;
  references: number;
}

/** A call under way that waits for something. */
interface Waiting {
  readonly client: Caller;
  readonly steps: Steps<unknown>;
  readonly reply: (value: unknown) => Response;
  step: Step;
}

const CHALLENGE = new TextEncoder().encode('#CHALLENGE#');
const WELCOME = new TextEncoder().encode('#WELCOME#');
const FAILURE = new TextEncoder().encode('#FAILURE#');
const NONCE_BYTES = 20;

let clients = 0;

/** Who calls methods. */
interface Caller {
  readonly id: number;
  /** Objects it keeps alive, by how many proxies. */
  readonly references: Map<number, number>;
  send(response: Response): void;
}

/** The server itself, when what it runs for a client uses a proxy of its own. */
class OwnCaller implements Caller {
  readonly id = ++clients;
  readonly references = new Map<number, number>();
  response: Response | null = null;

  send(response: Response): void {
    this.response = loads(dumps(response).bytes) as Response;
  }
}

/** One connection to the server. It proves that it knows the key before it is served. */
class Client implements Caller {
  readonly id = ++clients;
  readonly references = new Map<number, number>();
  readonly #feeder: Feeder;
  #frame = incoming();
  #stage: 'answer' | 'challenge' | 'verdict' | 'served' = 'answer';
  #nonce: Uint8Array;

  constructor(
    readonly readEnd: system.Handle,
    readonly writeEnd: system.Handle,
    private readonly authkey: Uint8Array,
  ) {
    this.#feeder = new Feeder(writeEnd);
    this.#nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    this.#feeder.put(Uint8Array.of(...CHALLENGE, ...this.#nonce));
  }

  send(response: Response): void {
    let bytes: Uint8Array;
    try {
      bytes = dumps(response).bytes;
    } catch (error) {
      bytes = dumps(['#UNSERIALIZABLE', formatTraceback(error, current().program)] satisfies Response).bytes;
    }
    this.#feeder.put(bytes);
  }

  /**
   * The next request, or null when there is none yet.
   * @throws EOFError - the client is gone, or does not know the key.
   */
  next(): Request | null {
    for (;;) {
      const bytes = receiveNow(this.readEnd, this.#frame);
      if (bytes === null) return null;
      this.#frame = incoming();
      if (this.#stage !== 'served') {
        this.#prove(bytes);
        continue;
      }
      const request = loads(bytes);
      giveBack(bytes);
      return request as Request;
    }
  }

  close(): void {
    system.close(this.readEnd);
    system.close(this.writeEnd);
  }

  /** The other side of `answerChallenge` and `deliverChallenge`, one message at a time. */
  #prove(bytes: Uint8Array): void {
    switch (this.#stage) {
      case 'answer': {
        const isRight = areEqual(bytes, hmacSha256(this.authkey, this.#nonce));
        this.#feeder.put(isRight ? WELCOME : FAILURE);
        if (!isRight) throw new EOFError();
        this.#stage = 'challenge';
        return;
      }
      case 'challenge':
        this.#feeder.put(hmacSha256(this.authkey, bytes.subarray(CHALLENGE.length)));
        this.#stage = 'verdict';
        return;
      case 'verdict':
        if (!areEqual(bytes, WELCOME)) throw new EOFError();
        this.#stage = 'served';
        return;
      case 'served':
        return;
    }
  }
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/**
 * The server of a manager: one thread that never waits for one client. A call that has to wait is put aside, and its client
 * answered when it can be.
 * @python multiprocessing.managers.Server - a thread for each client there, steps taken in turn here.
 */
export class Server {
  /** Where it listens. */
  readonly address: Address;
  readonly #registry: Registry;
  readonly #authkey: Uint8Array;
  /** What it listens with. */
  readonly listener: Listener;
  readonly #entries = new Map<number, Entry>();
  readonly #clients = new Set<Client>();
  #waiting: Waiting[] = [];
  #nextId = 1;
  #isStopping = false;
  #active: Caller | null = null;

  /** @internal */
  constructor(registry: Registry, address: Address | null, authkey: Uint8Array) {
    this.#registry = registry;
    this.#authkey = authkey;
    this.listener = new Listener(address);
    this.address = this.listener.address;
  }

  /** Serves until a manager says `shutdown`; then the process ends with exit code 0. */
  serveForever(): never {
    announce(this);
    identifyThreadsBy(() => ({ id: this.#active?.id ?? 0, name: 'MainThread' }));
    answerHere((address, request) => (String(address) === String(this.address) ? this.#answerOwn(request) : null));
    while (!this.#isStopping) this.#turn();
    // What was answered last is still on its way.
    throw new SystemExit(0);
  }

  /** @internal Is this token one of its own? */
  owns({ address }: Token): boolean {
    return String(address) === String(this.address);
  }

  /** @internal What a subclass can be asked for besides. */
  _control(method: string, _args: readonly unknown[]): unknown {
    throw new AttributeError(`'${method}' unrecognized`);
  }

  /** @internal What a subclass does before the end. */
  _shutdown(): void {
    // Nothing but objects is held, and they go with the process.
  }

  /** Serves whoever asks for something, or waits for somebody. */
  #turn(): void {
    const listening: system.Waitable = { kind: 'listener', handle: this.listener._handle };
    const readable = [...this.#clients].map(({ readEnd }) => ({ kind: 'readable', handle: readEnd }) as const);
    system.ready([listening, ...readable], this.#secondsToDeadline(), () => this.#hasReady());
    this.#acceptAll();
    for (const client of this.#clients) this.#serve(client);
    this.#resumeAll();
  }

  /** What runs in the server may use its proxies too: while it waits for an answer, the others are served. */
  #answerOwn(request: Request): Response {
    const caller = new OwnCaller();
    this.#begin(caller, loads(dumps(request).bytes) as Request);
    while (caller.response === null) this.#turn();
    return caller.response;
  }

  #acceptAll(): void {
    for (let ends = system.accept(this.listener._handle, 0); ends !== null; ends = system.accept(this.listener._handle, 0)) {
      this.#clients.add(new Client(...ends, this.#authkey));
    }
  }

  #serve(client: Client): void {
    try {
      for (let request = client.next(); request !== null; request = client.next()) {
        this.#begin(client, request);
        if (this.#isStopping) return;
      }
    } catch (error) {
      if (!(error instanceof EOFError)) throw error;
      this.#drop(client);
    }
  }

  /** A client that is gone keeps nothing alive and waits for nothing. */
  #drop(client: Client): void {
    this.#clients.delete(client);
    this.#waiting = this.#waiting.filter((waiting) => {
      if (waiting.client !== client) return true;
      this.#as(client, () => waiting.steps.return(undefined));
      return false;
    });
    for (const [id, count] of client.references) this.#release(id, count);
    client.close();
  }

  #begin(client: Caller, [id, method, args, kwds]: Request): void {
    const all = Object.keys(kwds).length > 0 ? [...args, kwds] : args;
    if (id === null) return client.send(this.#control(client, method, all));
    const entry = this.#entries.get(id);
    if (entry === undefined) return client.send(traceback(new KeyError(id)));
    const target = entry.object as Record<string, unknown>;
    const stepwise = target[`_${method}`];
    if (!entry.exposed.has(method)) return client.send(this.#fallback(entry, method));
    const reply = (value: unknown): Response => this.#reply(client, entry, method, value);
    if (isStepwise(stepwise)) {
      const steps = Reflect.apply(stepwise, target, all);
      return this.#take(client, steps, reply, () => steps.next());
    }
    const func = target[method];
    if (typeof func !== 'function') return client.send(traceback(noAttribute(entry, method)));
    client.send(
      this.#answer(client, () => {
        checkArity(func as () => unknown, all.length, 1);
        return reply(Reflect.apply(func, target, all) as unknown);
      }),
    );
  }

  /** Takes one step of a call: it ends, or waits for the next. */
  #take(client: Caller, steps: Steps<unknown>, reply: Waiting['reply'], next: () => IteratorResult<Step, unknown>): void {
    const waits: Step[] = [];
    const response = this.#answer(client, () => {
      const result = next();
      if (result.done === true) return reply(result.value);
      waits.push(result.value);
      return ['#RETURN', null];
    });
    const [step] = waits;
    if (step === undefined) client.send(response);
    else this.#waiting.push({ client, steps, reply, step });
  }

  /** Each step may make others ready. */
  #resumeAll(): void {
    for (let index = 0; index < this.#waiting.length; index++) {
      const waiting = this.#waiting[index];
      if (waiting === undefined) continue;
      const isReady = this.#as(waiting.client, () => waiting.step.isReady());
      if (!isReady && system.clock() * 1000 < waiting.step.deadlineMs) continue;
      this.#waiting.splice(index, 1);
      this.#take(waiting.client, waiting.steps, waiting.reply, () => waiting.steps.next(isReady));
      index = -1;
    }
  }

  #hasReady(): boolean {
    return this.#waiting.some(({ client, step }) => this.#as(client, () => step.isReady()));
  }

  #secondsToDeadline(): number | null {
    const soonest = Math.min(...this.#waiting.map(({ step }) => step.deadlineMs));
    return soonest === Infinity ? null : Math.max(0, soonest / 1000 - system.clock());
  }

  #as<T>(client: Caller, action: () => T): T {
    const outer = this.#active;
    this.#active = client;
    try {
      return action();
    } finally {
      this.#active = outer;
    }
  }

  #answer(client: Caller, action: () => Response): Response {
    try {
      return this.#as(client, action);
    } catch (error) {
      if (error instanceof BaseException && !(error instanceof Exception)) throw error;
      return ['#ERROR', error];
    }
  }

  #reply(client: Caller, entry: Entry, method: string, value: unknown): Response {
    const typeid = entry.methodToTypeid[method];
    if (typeid === undefined) return ['#RETURN', value];
    return ['#PROXY', this.#keep(client, typeid, value as object)];
  }

  #fallback(entry: Entry, method: string): Response {
    const { object } = entry;
    switch (method) {
      case '#GETVALUE':
        return ['#RETURN', hasValue(object) ? object.getvalue() : object];
      case '__str__':
      case '__repr__':
        // eslint-disable-next-line @typescript-eslint/no-base-to-string -- referents say it as they like
        return ['#RETURN', String(object)];
      default:
        return traceback(noAttribute(entry, method));
    }
  }

  #control(client: Caller, method: string, args: readonly unknown[]): Response {
    try {
      switch (method) {
        case 'create': {
          const [typeid, ...rest] = args as [string, ...unknown[]];
          return ['#RETURN', this.#create(client, typeid, rest)];
        }
        case 'incref':
          this.#hold(client, args[0] as number);
          return ['#RETURN', null];
        case 'decref':
          this.#drop1(client, args[0] as number);
          return ['#RETURN', null];
        case 'getMethods':
          return ['#RETURN', [...(this.#entries.get(args[0] as number)?.exposed ?? [])]];
        case 'numberOfObjects':
          return ['#RETURN', this.#entries.size];
        case 'dummy':
          return ['#RETURN', null];
        case 'shutdown':
          this._shutdown();
          this.#isStopping = true;
          return ['#RETURN', null];
        default:
          return ['#RETURN', this._control(method, args)];
      }
    } catch (error) {
      if (error instanceof BaseException && !(error instanceof Exception)) throw error;
      return traceback(error);
    }
  }

  #create(client: Caller, typeid: string, args: readonly unknown[]): Made {
    const registration = this.#registry[typeid];
    if (registration === undefined) throw new KeyError(typeid);
    return this.#keep(client, typeid, make(registration, args));
  }

  #keep(client: Caller, typeid: string, object: object): Made {
    const { exposed, methodToTypeid } = this.#registry[typeid] ?? { exposed: null, methodToTypeid: {} };
    const methods = exposed ?? publicMethods(object);
    const id = this.#nextId++;
    this.#entries.set(id, { object, exposed: new Set(methods), methodToTypeid, references: 0 });
    this.#hold(client, id);
    return { token: { typeid, address: this.address, id }, exposed: methods };
  }

  #hold(client: Caller, id: number): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new KeyError(id);
    entry.references++;
    client.references.set(id, (client.references.get(id) ?? 0) + 1);
  }

  #drop1(client: Caller, id: number): void {
    const count = client.references.get(id) ?? 0;
    if (count > 1) client.references.set(id, count - 1);
    else client.references.delete(id);
    this.#release(id, Math.min(count, 1));
  }

  #release(id: number, count: number): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    entry.references -= count;
    if (entry.references <= 0) this.#entries.delete(id);
  }
}

/** The server that this process is, if it is one. */
let serving: Server | null = null;

function announce(server: Server): void {
  serving = server;
}

export function servingHere(): Server | null {
  return serving;
}

function hasValue(object: object): object is { getvalue(): unknown } {
  return 'getvalue' in object && typeof object.getvalue === 'function';
}

function make({ callable }: Registration, args: readonly unknown[]): object {
  if (callable === null) {
    const [object] = args;
    if (args.length !== 1) throw new TypeError('Without callable, must have one non-keyword argument');
    return object as object;
  }
  if (isClass(callable)) return new callable(...args);
  return Reflect.apply(callable as () => object, undefined, args as []);
}

function isClass(callable: object): callable is new (...args: unknown[]) => object {
  return Function.prototype.toString.call(callable).startsWith('class');
}

const GeneratorFunction = Object.getPrototypeOf(function* () {}) as object;

function isStepwise(value: unknown): value is (...args: unknown[]) => Steps<unknown> {
  return typeof value === 'function' && Object.prototype.isPrototypeOf.call(GeneratorFunction, value);
}

/** Names of the methods of an object that do not begin with an underscore. */
export function publicMethods(object: object): string[] {
  const names = new Set<string>();
  for (
    let level: object | null = object;
    level !== null && level !== Object.prototype;
    level = Object.getPrototypeOf(level) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      const value: unknown = Object.getOwnPropertyDescriptor(level, name)?.value;
      if (typeof value !== 'function' || name === 'constructor') continue;
      if (!name.startsWith('_')) names.add(name);
      else if (isStepwise(value)) names.add(name.slice(1));
    }
  }
  names.delete('toString');
  names.delete('getvalue');
  return [...names];
}

function noAttribute({ object, exposed }: Entry, method: string): AttributeError {
  return new AttributeError(
    `method '${method}' of '${typeName(object)}' object is not in exposed=(${[...exposed].map((name) => `'${name}'`).join(', ')})`,
  );
}

function traceback(error: unknown): Response {
  return ['#TRACEBACK', formatTraceback(error, current().program)];
}
