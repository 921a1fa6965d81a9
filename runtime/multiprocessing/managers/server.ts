import { AttributeError, BaseException, EOFError, Exception, KeyError, OSError, SystemExit } from '../../errors';
import { current } from '../../process/context';
import * as system from '../../process/system';
import { identifyThreadsBy } from '../../process/thread-identity';
import { formatTraceback } from '../../process/traceback';
import { checkArity } from '../../stdlib/arity';
import type { Step, Steps } from '../../stdlib/threading/steps';
import { typeName } from '../../errors/type-name';
import type { Address } from '../connection';
import { Listener } from '../connection';
import { dumps, loads } from '../reduction';
import { type Caller, Client, OwnCaller } from './client';
import { answerHere } from './link';
import { isStepwise, publicMethods } from './methods';
import { type Entry, ObjectTable } from './object-table';
import type { Made, Request, Response, Token } from './protocol';
import { type Registry, makeObject } from './registry';

/** A call under way that waits for something. */
interface Waiting {
  readonly client: Caller;
  readonly steps: Steps<unknown>;
  readonly reply: (value: unknown) => Response;
  readonly step: Step;
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
  readonly #objects = new ObjectTable();
  readonly #clients = new Set<Client>();
  #waiting: Waiting[] = [];
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
      // It is gone, perhaps in the middle of a message.
      if (!(error instanceof EOFError) && !(error instanceof OSError)) throw error;
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
    this.#objects.releaseAll(client.references);
    client.close();
  }

  #begin(client: Caller, [id, method, args, kwds]: Request): void {
    const all = Object.keys(kwds).length > 0 ? [...args, kwds] : args;
    if (id === null) return client.send(this.#control(client, method, all));
    const entry = this.#objects.get(id);
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
          this.#objects.hold(args[0] as number, client.references);
          return ['#RETURN', null];
        case 'decref':
          this.#objects.release(args[0] as number, client.references);
          return ['#RETURN', null];
        case 'getMethods':
          return ['#RETURN', [...(this.#objects.get(args[0] as number)?.exposed ?? [])]];
        case 'numberOfObjects':
          return ['#RETURN', this.#objects.size];
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
    return this.#keep(client, typeid, makeObject(registration, args));
  }

  #keep(client: Caller, typeid: string, object: object): Made {
    const { exposed, methodToTypeid } = this.#registry[typeid] ?? { exposed: null, methodToTypeid: {} };
    const methods = exposed ?? publicMethods(object);
    const id = this.#objects.add({ object, exposed: new Set(methods), methodToTypeid }, client.references);
    return { token: { typeid, address: this.address, id }, exposed: methods };
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

function noAttribute({ object, exposed }: Entry, method: string): AttributeError {
  return new AttributeError(
    `method '${method}' of '${typeName(object)}' object is not in exposed=(${[...exposed].map((name) => `'${name}'`).join(', ')})`,
  );
}

function traceback(error: unknown): Response {
  return ['#TRACEBACK', formatTraceback(error, current().program)];
}
