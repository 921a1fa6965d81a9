import { ValueError } from '../errors';
import { Pipe } from './connection';
import { cpuCount, freezeSupport, getStartMethod, type StartMethod } from './context';
import { AuthenticationError, BufferTooShort, ProcessError, TimeoutError } from './errors';
import { Manager } from './managers/sync-manager';
import { Pool } from './pool';
import { activeChildren, currentProcess, parentProcess } from './process';
import { JoinableQueue, Queue, SimpleQueue } from './queues';
import { Array, RawArray, RawValue, Value } from './sharedctypes';
import { SpawnProcess } from './spawn-process';
import { Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore } from './synchronize';

/**
 * The package's functions and classes under one start method.
 * @python multiprocessing.context.SpawnContext
 */
export class SpawnContext {
  readonly Array = Array;
  readonly AuthenticationError = AuthenticationError;
  readonly Barrier = Barrier;
  readonly BoundedSemaphore = BoundedSemaphore;
  readonly BufferTooShort = BufferTooShort;
  readonly Condition = Condition;
  readonly Event = Event;
  readonly JoinableQueue = JoinableQueue;
  readonly Lock = Lock;
  readonly Manager = Manager;
  readonly Pipe = Pipe;
  readonly Pool = Pool;
  readonly Process = SpawnProcess;
  readonly ProcessError = ProcessError;
  readonly Queue = Queue;
  readonly RLock = RLock;
  readonly RawArray = RawArray;
  readonly RawValue = RawValue;
  readonly Semaphore = Semaphore;
  readonly SimpleQueue = SimpleQueue;
  readonly TimeoutError = TimeoutError;
  readonly Value = Value;
  readonly activeChildren = activeChildren;
  readonly cpuCount = cpuCount;
  readonly currentProcess = currentProcess;
  readonly freezeSupport = freezeSupport;
  readonly parentProcess = parentProcess;

  /** Always `'spawn'`. */
  getStartMethod(): StartMethod {
    return 'spawn';
  }

  /**
   * A context is what it is.
   * @throws ValueError - always.
   */
  setStartMethod(_method: StartMethod | null): never {
    throw new ValueError('cannot set start method of concrete context');
  }

  /**
   * This context, or the one of that name.
   * @throws ValueError - there is none.
   */
  getContext(method: StartMethod | null = null): SpawnContext {
    return method === null ? this : contextOf(method);
  }
}

let context: SpawnContext | null = null;

/**
 * What the package offers, under one start method.
 * @param method - `'spawn'`; default the one that is chosen.
 * @throws ValueError - another method: a browser cannot fork.
 * @python multiprocessing.get_context - only `'spawn'`.
 * @example
 * import { getContext } from 'multiprocessing';
 * const ctx = getContext('spawn');
 * console.log(new ctx.Lock());
 */
export function getContext(method: StartMethod | null = null): SpawnContext {
  return contextOf(method ?? getStartMethod() ?? 'spawn');
}

function contextOf(method: string): SpawnContext {
  if (method !== 'spawn') throw new ValueError(`cannot find context for '${method}'`);
  return (context ??= new SpawnContext());
}
