import { RuntimeError } from '../../errors';
import { currentThread, Thread, type ThreadOptions } from '../../stdlib/threading/thread';

/** The threads that a thread has started. */
const childrenOf = new WeakMap<Thread<never>, Set<DummyProcess<never>>>();

function children(thread: Thread<never>): Set<DummyProcess<never>> {
  let found = childrenOf.get(thread);
  if (found === undefined) {
    found = new Set();
    childrenOf.set(thread, found);
  }
  return found;
}

/**
 * A thread with the interface of a process: same name, `start`, `join`, and an `exitcode` of 0 when it has ended.
 *
 * @param options - `target`, `args`, `kwargs`, `name`.
 * @python multiprocessing.dummy.Process
 * @see CPython 3.11 Lib/multiprocessing/dummy/__init__.py
 * @example
 * import { Process } from 'multiprocessing/dummy';
 *
 * const seen: string[] = [];
 * const p = new Process({ target: (name: string) => seen.push(name), args: ['bob'] });
 * p.start();
 * p.join();
 * console.log(seen, p.exitcode);
 */
export class DummyProcess<A extends unknown[] = unknown[]> extends Thread<A> {
  readonly #parent = currentThread();
  #hasStarted = false;

  constructor(options: Omit<ThreadOptions<A>, 'daemon'> = {}) {
    super(options);
  }

  override start(): void {
    if (this.#parent !== currentThread()) {
      throw new RuntimeError(`Parent is ${this.#parent.toString()} but calling process is ${currentThread().toString()}`);
    }
    this.#hasStarted = true;
    children(this.#parent).add(this);
    super.start();
  }

  /** 0 when it has ended, however it did; before that null. */
  get exitcode(): number | null {
    return this.#hasStarted && !this.isAlive() ? 0 : null;
  }
}

/**
 * The threads that this one has started and that are alive.
 * @python multiprocessing.dummy.active_children
 */
export function activeChildren(): DummyProcess<never>[] {
  const mine = children(currentThread());
  for (const child of mine) if (!child.isAlive()) mine.delete(child);
  return [...mine];
}
