import { AssertionError, RuntimeError, SystemExit, pythonModule } from '../../errors';
import { checkKeywords } from '../../errors/argument-checks';
import { current } from '../../process/context';
import { functionName } from '../../process/function-entry';
import { reportError } from '../../process/run-process';
import { writeOutput } from '../../process/stdio';
import { deadlineAfter } from '../../process/system';
import { threadId } from '../../process/thread-identity';
import { stepsOf } from '../../process/threads/faces';
import { startThread } from '../../process/threads/scheduler';
import { waitLocally } from '../../process/wait-locally';
import { checkArity } from '../arity';
import { iterable } from '../iterable';
import { typeName } from '../../errors/type-name';

type Target = (...args: never[]) => unknown;

/** What a thread is made with. */
export interface ThreadOptions<A extends unknown[] = unknown[]> {
  /** What it calls. */
  readonly target?: ((...args: A) => unknown) | null;
  /** Default `Thread-N`, with the target's name behind it. */
  readonly name?: string | null;
  /** The arguments of the target. */
  readonly args?: Readonly<A> | Iterable<unknown>;
  /** Passed as one object after the arguments. */
  readonly kwargs?: object | null;
  /** The process does not wait for it at its end; default as the thread that makes it. */
  readonly daemon?: boolean | null;
}

/** Idents are addresses in CPython. These look like some. */
const FIRST_IDENT = 140_000_000_000_000;
const IDENTS_PER_PROCESS = 0x100_0000;

let numbers = 0;
let lastId = 0;
/** Those that have been started and have not ended, by their number. */
const active = new Map<number, Thread>();

/**
 * An activity beside others in the same process: it sees the same variables. Threads take turns; one waits, others go on.
 *
 * Make it with a `target`, or derive a class and override `run`. The thread begins with `start()`.
 *
 * @param options - `target`, the function to run; `args`, its arguments; `kwargs`, an object passed as its last argument; `name`;
 *   `daemon`, default as the thread that makes it.
 * @python threading.Thread - options are one object; kwargs arrive as one object after args. Another thread may come in at a turn of
 *   a loop, at a recursive call, between reading and writing a variable, and wherever this one waits.
 * @see CPython 3.11 Lib/threading.py
 * @example
 * import { Thread } from 'threading';
 *
 * let count = 0;
 * const t = new Thread({ target: () => { count = 7; } });
 * t.start();
 * t.join();
 * console.log(count);
 */
export class Thread<A extends unknown[] = unknown[]> {
  #name: string;
  #isDaemon: boolean;
  #target: Target | null;
  #args: unknown[];
  #kwargs: object;
  /** @internal */
  _id = 0;
  #state: 'initial' | 'started' | 'stopped' = 'initial';
  #hasBegun = false;

  constructor(options: ThreadOptions<A> = {}) {
    // The first positional parameter of Python's is `group`.
    if (typeof options !== 'object') throw new AssertionError('group argument must be None for now');
    checkKeywords('Thread.__init__', options, ['group', 'target', 'name', 'args', 'kwargs', 'daemon']);
    const { target = null, name, args, kwargs, daemon } = options;
    this.#target = target;
    this.#args = [...iterable(args ?? [])];
    this.#kwargs = kwargs ?? {};
    this.#name = name ? name : newName(target);
    this.#isDaemon = daemon ?? currentThread().daemon;
  }

  /** Need not be different from the names of others. */
  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  /** Does the process end without waiting for it? Can be set until it is started. */
  get daemon(): boolean {
    return this.#isDaemon;
  }

  set daemon(daemonic: boolean) {
    if (this.#state !== 'initial') throw new RuntimeError('cannot set daemon status of active thread');
    this.#isDaemon = daemonic;
  }

  /** A number that no other living thread has, or null before it was started. */
  get ident(): number | null {
    return this.#state === 'initial' ? null : identOf(this._id);
  }

  /** The operating system's number for it, which here is its process id and its own number. */
  get nativeId(): number | null {
    return this.#state === 'initial' ? null : current().pid + this._id;
  }

  /**
   * Starts the thread.
   * @throws RuntimeError - it was started before: `threads can only be started once`.
   */
  start(): void {
    if (this.#state !== 'initial') throw new RuntimeError('threads can only be started once');
    this._id = ++lastId;
    this.#state = 'started';
    active.set(this._id, this);
    startThread(
      this._identity(),
      stepsOf(() => this.#bootstrap()),
      this.#isDaemon,
    );
    waitLocally(() => this.#hasBegun, Infinity);
  }

  /** What runs in the thread. Override it in a subclass; by default it calls the target. */
  run(): unknown {
    const target = this.#target;
    if (target === null) return undefined;
    if (typeof target !== 'function') throw new TypeError(`'${typeName(target)}' object is not callable`);
    const args = Object.keys(this.#kwargs).length > 0 ? [...this.#args, this.#kwargs] : this.#args;
    checkArity(target, args.length);
    return Reflect.apply(target, undefined, args) as unknown;
  }

  /**
   * Waits until the thread has ended. Says nothing about whether it has: ask `isAlive`.
   * @param timeout - longest wait in seconds; undefined or null waits for ever.
   * @throws RuntimeError - it was not started, or is the thread that asks.
   */
  join(timeout?: number | null): void {
    if (this.#state === 'initial') throw new RuntimeError('cannot join thread before it is started');
    if (currentThread() === this) throw new RuntimeError('cannot join current thread');
    waitLocally(() => this.#state === 'stopped', deadlineAfter(timeout));
  }

  /** True from `start()` until it has ended. */
  isAlive(): boolean {
    return this.#state === 'started';
  }

  /** CPython's `<Thread(Thread-1 (work), started 140…)>`. */
  toString(): string {
    const ident = this.ident === null ? '' : ` ${this.ident}`;
    return `<${this.constructor.name}(${this.#name}, ${this.#state}${this.#isDaemon ? ' daemon' : ''}${ident})>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal Who it is to locks and to the timeline. */
  _identity(): { readonly id: number; readonly name: string } {
    return { id: this._id, name: this.#name };
  }

  /** @internal The thread that everything begins with is never started. */
  _adopt(): this {
    this.#state = 'started';
    this.#hasBegun = true;
    return this;
  }

  #bootstrap(): void {
    this.#hasBegun = true;
    try {
      this.run();
    } catch (error) {
      if (!(error instanceof SystemExit)) excepthook({ excValue: error, thread: this });
    } finally {
      this.#target = null;
      this.#args = [];
      this.#state = 'stopped';
      active.delete(this._id);
    }
  }
}

class _MainThread extends Thread {
  static [pythonModule] = 'threading';

  constructor() {
    super({ name: 'MainThread', daemon: false });
    this._adopt();
  }
}

let mainObject: Thread | null = null;

/**
 * The thread that the process began with.
 * @python threading.main_thread
 */
export function mainThread(): Thread {
  return (mainObject ??= new _MainThread());
}

/**
 * The thread that asks.
 * @python threading.current_thread
 * @example
 * import { currentThread } from 'threading';
 * console.log(currentThread().name);
 */
export function currentThread(): Thread {
  return active.get(threadId()) ?? mainThread();
}

/**
 * How many threads are alive.
 * @python threading.active_count
 */
export function activeCount(): number {
  return active.size + 1;
}

/**
 * The threads that are alive, the main thread first.
 * @python threading.enumerate
 */
export function enumerate(): Thread[] {
  return [mainThread(), ...active.values()];
}

/**
 * The number of the thread that asks.
 * @python threading.get_ident
 */
export function getIdent(): number {
  return identOf(threadId());
}

/**
 * The operating system's number of the thread that asks.
 * @python threading.get_native_id
 */
export function getNativeId(): number {
  return current().pid + threadId();
}

/** What `excepthook` is told. */
export interface ExceptHookArgs {
  /** The exception. */
  readonly excValue: unknown;
  /** The thread that it ended. */
  readonly thread: Thread<never> | null;
}

/**
 * Writes what ended a thread to stderr.
 * @python threading.excepthook - cannot be replaced.
 */
export function excepthook({ excValue, thread }: ExceptHookArgs): void {
  writeOutput('stderr', `Exception in thread ${thread?.name ?? getIdent()}:\n`);
  reportError(excValue);
}

function identOf(id: number): number {
  return FIRST_IDENT + current().pid * IDENTS_PER_PROCESS + id * 4096;
}

function newName(target: unknown): string {
  const name = `Thread-${++numbers}`;
  return typeof target === 'function' ? `${name} (${functionName(current().program, target)})` : name;
}
