import { AssertionError, AttributeError, pythonModule, SystemExit, ValueError } from '../errors';
import { current } from '../process/context';
import { exitCodeOf, reportError } from '../process/run-process';
import { writeOutput } from '../process/stdio';
import * as system from '../process/system';
import { joinThreads } from '../process/threads/scheduler';
import { typeName } from '../errors/type-name';
import { checkArity } from '../stdlib/arity';
import { AuthenticationString } from './authentication-string';
import { getStartMethod } from './context';
import { logInfo, nameProcessBy } from './log';
import { Popen } from './popen-spawn';
import { type ProcessOptions, type UncheckedOptions, argumentsOf, checkOptions, keywordsOf } from './process-options';
import { describeExit } from './signal-name';

export type { Keyword, ProcessOptions } from './process-options';

/** What a process passes on to its children. */
interface Configuration {
  authkey: AuthenticationString;
  daemon?: boolean;
}

interface Origin {
  readonly identity: readonly number[];
  readonly config: Configuration;
  readonly parentPid: number | null;
  readonly parentName: string | null;
  readonly name: string;
}

/** What MainProcess, a child and a parent have in common. */
abstract class BaseProcess {
  /** @internal */
  readonly _identity: readonly number[];
  /** @internal */
  readonly _config: Configuration;
  /** @internal */
  readonly _parentPid: number | null;
  /** @internal */
  readonly _parentName: string | null;
  /** @internal */
  _popen: Popen | null = null;
  /** @internal */
  _closed = false;
  /** @internal True while a child runs the program again: then it may not start processes. */
  _inheriting = false;
  /** @internal */
  _name: string;

  /** @internal */
  constructor({ identity, config, parentPid, parentName, name }: Origin) {
    this._identity = identity;
    this._config = config;
    this._parentPid = parentPid;
    this._parentName = parentName;
    this._name = name;
  }

  /**
   * Ends the process with SIGTERM: nothing of it runs any more, no `finally`, no `atexit`. Its own children live on.
   * @throws AttributeError - it was not started.
   * @throws ValueError - it was closed.
   * @python multiprocessing.Process.terminate
   */
  terminate(): void {
    this._checkClosed();
    runningSide(this, 'terminate').terminate();
  }

  /**
   * Ends the process with SIGKILL.
   * @throws AttributeError - it was not started.
   * @throws ValueError - it was closed.
   * @python multiprocessing.Process.kill
   */
  kill(): void {
    this._checkClosed();
    runningSide(this, 'kill').kill();
  }

  /**
   * Waits until the process has ended. Says nothing about whether it has: ask `exitcode`.
   * @param timeout - longest wait in seconds; undefined or null waits for ever.
   * @throws AssertionError - it was not started, or belongs to another process.
   * @throws KeyboardInterrupt - Ctrl+C came meanwhile.
   * @python multiprocessing.Process.join
   */
  join(timeout?: number | null): void {
    this._checkClosed();
    assert(this._parentPid === current().pid, 'can only join a child process');
    if (this._popen === null) throw new AssertionError('can only join a started process');
    if (this._popen.wait(timeout) !== null) children.delete(this);
  }

  /**
   * True from `start()` until the process has ended.
   * @throws AssertionError - it belongs to another process.
   * @throws ValueError - it was closed.
   * @python multiprocessing.Process.is_alive
   */
  isAlive(): boolean {
    this._checkClosed();
    if (this === currentProcess()) return true;
    assert(this._parentPid === current().pid, 'can only test a child process');
    if (this._popen === null) return false;
    if (this._popen.poll() === null) return true;
    children.delete(this);
    return false;
  }

  /**
   * Gives up the object: afterwards only `name` and `daemon` answer.
   * @throws ValueError - the process is still running.
   * @python multiprocessing.Process.close
   */
  close(): void {
    if (this._popen !== null) {
      if (this._popen.poll() === null) {
        throw new ValueError('Cannot close a process while it is still running. You should first call join() or terminate().');
      }
      this._popen = null;
      children.delete(this);
    }
    this._closed = true;
  }

  /** The name; two processes may share one. */
  get name(): string {
    return this._name;
  }

  set name(name: string) {
    assert(typeof name === 'string', 'name must be a string');
    this._name = name;
  }

  /** Is it killed when its parent ends? Can be set until it is started. */
  get daemon(): boolean {
    return this._config.daemon ?? false;
  }

  set daemon(daemonic: boolean) {
    assert(this._popen === null, 'process has already started');
    this._config.daemon = daemonic;
  }

  /** The key that connections to this process are proved with. Bytes. */
  get authkey(): Uint8Array {
    return this._config.authkey;
  }

  set authkey(key: Uint8Array) {
    this._config.authkey = new AuthenticationString(key);
  }

  /**
   * How the process ended: 0 well, 1 by an exception, n by `sys.exit(n)`, −15 by `terminate`, −9 by `kill`. null while
   * it runs, or before it was started.
   */
  get exitcode(): number | null {
    this._checkClosed();
    return this === currentProcess() || this._popen === null ? null : this._popen.poll();
  }

  /** The process id, or null before the process was started. */
  get ident(): number | null {
    this._checkClosed();
    if (this === currentProcess()) return current().pid;
    return this._popen === null ? null : this._popen.pid;
  }

  /** The process id, or null before the process was started. */
  get pid(): number | null {
    return this.ident;
  }

  /** A number that stands for the end of this process in `connection.wait`. */
  get sentinel(): number {
    this._checkClosed();
    if (this._popen === null) throw new ValueError('process not started');
    return this._popen.sentinel;
  }

  toString(): string {
    let exitcode: number | null = null;
    let status: string;
    if (this === currentProcess()) status = 'started';
    else if (this._closed) status = 'closed';
    else if (this._parentPid !== current().pid) status = 'unknown';
    else if (this._popen === null) status = 'initial';
    else {
      exitcode = this._popen.poll();
      status = exitcode === null ? 'started' : 'stopped';
    }
    const words = [this.constructor.name, `name='${this._name}'`];
    if (this._popen !== null) words.push(`pid=${this._popen.pid}`);
    words.push(`parent=${this._parentPid ?? 'None'}`, status);
    if (exitcode !== null) words.push(`exitcode=${describeExit(exitcode)}`);
    if (this.daemon) words.push('daemon');
    return `<${words.join(' ')}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  _checkClosed(): void {
    if (!('_closed' in this)) {
      throw new AttributeError(`'${(this as object).constructor.name}' object has no attribute '_closed'`);
    }
    if (this._closed) throw new ValueError('process object is closed');
  }
}

/**
 * An activity that runs in a process of its own: another worker with its own copy of the program.
 *
 * Make it with a `target`, or derive a class and override `run`. The process begins with `start()`.
 *
 * @param options - `target`, the function to run; `args`, its arguments; `kwargs`, an object passed as its last
 *   argument; `name`, default `Process-N`; `daemon`, default as the process that makes it.
 * @throws TypeError - an option that does not exist, or `args` that cannot be iterated.
 * @python multiprocessing.Process - options are one object; kwargs arrive as one object after args.
 * @see CPython 3.11 Lib/multiprocessing/process.py
 * @example
 * import { Process } from 'multiprocessing';
 *
 * function greet(name: string) {
 *   console.log('hello', name);
 * }
 *
 * if (import.meta.main) {
 *   const p = new Process({ target: greet, args: ['bob'] });
 *   p.start();
 *   p.join();
 * }
 */
export class Process<A extends unknown[] = []> extends BaseProcess {
  /** @internal */
  _target: ((...args: never[]) => unknown) | null;
  /** @internal */
  _args: unknown[];
  /** @internal */
  _kwargs: object;

  constructor(options?: ProcessOptions<A>) {
    const unchecked = (options ?? {}) as UncheckedOptions;
    checkOptions(unchecked);
    const parent = currentProcess();
    const identity = [...parent._identity, ++numbers];
    super({
      identity,
      config: { ...parent._config },
      parentPid: current().pid,
      parentName: parent.name,
      name: unchecked.name ? (unchecked.name as string) : `${new.target.name}-${identity.join(':')}`,
    });
    this._target = (unchecked.target ?? null) as ((...args: never[]) => unknown) | null;
    this._args = argumentsOf(unchecked);
    this._kwargs = keywordsOf(unchecked);
    if (unchecked.daemon !== undefined && unchecked.daemon !== null) this.daemon = Boolean(unchecked.daemon);
  }

  /**
   * What runs in the process. Override it in a subclass; by default it calls the target. May be async.
   * @python multiprocessing.Process.run
   */
  run(): unknown {
    if (!('_target' in this)) {
      throw new AttributeError(`'${(this as object).constructor.name}' object has no attribute '_target'`);
    }
    if (this._target === null) return undefined;
    if (typeof this._target !== 'function') throw new TypeError(`'${typeName(this._target)}' object is not callable`);
    const args = Object.keys(this._kwargs).length > 0 ? [...this._args, this._kwargs] : this._args;
    checkArity(this._target, args.length);
    return Reflect.apply(this._target, undefined, args) as unknown;
  }

  /**
   * Starts the process: a new worker runs the program again, with `import.meta.main` false, and then `run`.
   * @throws AssertionError - it was started before, belongs to another process, or this process is a daemon.
   * @throws RuntimeError - the program has no main guard.
   * @throws PicklingError - the target or an argument cannot travel.
   * @throws OSError - 64 processes are alive already: `[Errno 11] Resource temporarily unavailable`.
   * @python multiprocessing.Process.start
   */
  start(): void {
    this._checkClosed();
    assert(this._popen === null, 'cannot start a process twice');
    assert(this._parentPid === current().pid, 'can only start a process object created by current process');
    assert(currentProcess()._config.daemon !== true, 'daemonic processes are not allowed to have children');
    collectChildren();
    // From now on it is chosen.
    getStartMethod();
    this._popen = new Popen(this);
    // What only the child needs is not kept alive here.
    for (const name of ['_target', '_args', '_kwargs']) Reflect.deleteProperty(this, name);
    children.add(this);
  }

  /** @internal Runs in the child: everything from `run` to the exit code. */
  async _bootstrap(exitFunction: () => void): Promise<number> {
    const code = await this._live(exitFunction);
    logInfo('process exiting with exitcode %d', code);
    return code;
  }

  /** @internal */
  async _live(exitFunction: () => void): Promise<number> {
    become(this);
    try {
      logInfo('child process calling self.run()');
      try {
        const result = this.run();
        if (isThenable(result)) await result;
      } finally {
        exitFunction();
      }
      return 0;
    } catch (error) {
      if (error instanceof SystemExit) return exitCodeOf(error);
      writeOutput('stderr', `Process ${this.name}:\n`);
      reportError(error);
      return 1;
    } finally {
      joinThreads();
    }
  }
}

/** MainProcess, and in a child, until its own Process has arrived, that child. */
class _MainProcess extends BaseProcess {
  static [pythonModule] = 'multiprocessing.process';

  constructor(name: string, authkey: AuthenticationString) {
    super({ identity: [], config: { authkey }, parentPid: null, parentName: null, name });
  }

  override close(): void {
    // Python's MainProcess cannot be closed either, and does not complain.
  }
}

/** The process that started this one, as this one sees it. */
class _ParentProcess extends BaseProcess {
  static [pythonModule] = 'multiprocessing.process';
  /** @internal */
  readonly _pid: number;

  constructor(name: string, pid: number) {
    const authkey = currentProcess()._config.authkey;
    super({ identity: [], config: { authkey }, parentPid: null, parentName: null, name });
    this._pid = pid;
  }

  override get ident(): number {
    return this._pid;
  }

  override isAlive(): boolean {
    return system.isAlive(this._pid);
  }

  override join(timeout?: number | null): void {
    system.waitForExit(this._pid, timeout);
  }
}

// What CPython keeps in module variables: it belongs to this process, and this thread runs no other.
let numbers = 0;
let currentObject: BaseProcess | null = null;
let parentObject: _ParentProcess | null = null;
const children = new Set<BaseProcess>();

/**
 * The Process object of the process that asks.
 * @python multiprocessing.current_process
 * @example
 * import { currentProcess } from 'multiprocessing';
 * console.log(currentProcess().name);
 */
export function currentProcess(): BaseProcess {
  return (currentObject ??= new _MainProcess('MainProcess', AuthenticationString.random()));
}

/** What stands for a child until its own Process has arrived: while the program is loaded. */
export function standIn(name: string, authkey: Uint8Array): BaseProcess {
  return (currentObject = new _MainProcess(name, new AuthenticationString(authkey)));
}

/**
 * The Process object of the process that started this one; null in MainProcess.
 * @python multiprocessing.parent_process
 */
export function parentProcess(): BaseProcess | null {
  return parentObject;
}

/**
 * The children of this process that are still alive. Collects those that have ended, as `join` would.
 * @python multiprocessing.active_children
 */
export function activeChildren(): BaseProcess[] {
  collectChildren();
  return [...children];
}

nameProcessBy(() => currentProcess().name);

/** This worker runs that process now: what was counted and started while the program was loaded is not its own. */
function become(process: Process<never>): void {
  numbers = 0;
  children.clear();
  currentObject = process;
  parentObject = new _ParentProcess(process._parentName ?? '', process._parentPid ?? 0);
}

function collectChildren(): void {
  for (const child of children) if (child._popen?.poll() !== null) children.delete(child);
}

function runningSide(process: BaseProcess, method: string): Popen {
  if (process._popen === null) throw new AttributeError(`'NoneType' object has no attribute '${method}'`);
  return process._popen;
}

function assert(condition: boolean, text: string): asserts condition {
  if (!condition) throw new AssertionError(text);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
