import { Errno } from '../memory/errno';
import { type Handle, HandleKind, makeHandle, offsetOf, wordOf } from '../memory/handle';
import { Listener, WORD_BYTES } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { ConnectionBlock } from '../memory/system-call';
import { wakeAll } from '../memory/wait-set';
import type { Ends } from './network';
import { KERNEL_PID, type SharedObjects } from './objects';

export interface Result {
  readonly result: number;
  readonly errno: Errno;
}

/** Names that processes listen on, and the connections that wait to be accepted. */
export class Listeners {
  readonly #byName = new Map<string, Handle>();
  readonly #pending = new Map<Handle, Ends[]>();

  constructor(
    private readonly memory: Memory,
    private readonly objects: SharedObjects,
    /** Nobody listens there any more. */
    private readonly onClosed: (name: string) => void = () => undefined,
  ) {}

  isTaken(name: string): boolean {
    this.forgetClosed();
    return this.#byName.has(name);
  }

  listen(pid: number, name: string): Result {
    this.forgetClosed();
    if (this.#byName.has(name)) return failure(Errno.EADDRINUSE);
    const handle = this.objects.createListener(pid);
    if (handle === null) return failure(Errno.ENOMEM);
    this.#byName.set(name, handle);
    this.#pending.set(handle, []);
    return success(handle);
  }

  connect(pid: number, name: string): Result {
    if (!this.isTaken(name)) return failure(Errno.ECONNREFUSED);
    const pair = this.makePair();
    if (pair === null) return failure(Errno.ENOMEM);
    const [own, others] = pair;
    this.#enqueue(name, own);
    return this.handOver(others, pid);
  }

  /** Somebody outside connects: the kernel's ends, or null when nobody listens or there is no room. */
  offer(name: string): Ends | null {
    const pair = this.isTaken(name) ? this.makePair() : null;
    if (pair === null) return null;
    this.#enqueue(name, pair[0]);
    return pair[1];
  }

  /** The two sides of a new connection, both held by the kernel. */
  makePair(): [Ends, Ends] | null {
    const forth = this.objects.createPipe(KERNEL_PID);
    const back = forth === null ? null : this.objects.createPipe(KERNEL_PID);
    if (forth !== null && back !== null) return [ends(forth, back), ends(back, forth)];
    if (forth !== null) for (const end of Object.values(ends(forth, forth))) this.objects.close(end as Handle, KERNEL_PID);
    return null;
  }

  #enqueue(name: string, side: Ends): void {
    const listener = this.#byName.get(name);
    const queue = listener === undefined ? undefined : this.#pending.get(listener);
    if (listener === undefined || queue === undefined) return;
    queue.push(side);
    this.memory.store(wordOf(listener) + Listener.pending, queue.length);
    wakeAll(this.memory, wordOf(listener) + Listener.waiters);
  }

  accept(pid: number, listener: Handle): Result {
    const queue = this.#pending.get(listener);
    if (queue === undefined || !this.objects.isHeldBy(listener, pid)) return failure(Errno.EBADF);
    const next = queue.shift();
    this.memory.store(wordOf(listener) + Listener.pending, queue.length);
    return next === undefined ? failure(Errno.EAGAIN) : this.handOver(next, pid);
  }

  /** Moves one side of a connection from the kernel to a process. */
  handOver({ readEnd, writeEnd }: Ends, pid: number): Result {
    const block = this.objects.createRegion(pid, ConnectionBlock.words * WORD_BYTES);
    if (block === null) return failure(Errno.ENOMEM);
    for (const end of [readEnd, writeEnd]) {
      this.objects.hold(end, pid);
      this.objects.close(end, KERNEL_PID);
    }
    this.memory.store(wordOf(block) + ConnectionBlock.readEnd, readEnd);
    this.memory.store(wordOf(block) + ConnectionBlock.writeEnd, writeEnd);
    return success(offsetOf(block));
  }

  /** Listeners nobody holds any more refuse from now on; who is still in their queue meets the end of file. */
  forgetClosed(): void {
    for (const [name, handle] of this.#byName) {
      if (this.objects.isHeld(handle)) continue;
      this.#byName.delete(name);
      this.onClosed(name);
      for (const { readEnd, writeEnd } of this.#pending.get(handle) ?? []) {
        this.objects.close(readEnd, KERNEL_PID);
        this.objects.close(writeEnd, KERNEL_PID);
      }
      this.#pending.delete(handle);
    }
  }
}

function ends(read: number, write: number): Ends {
  return { readEnd: makeHandle(read, HandleKind.readEnd), writeEnd: makeHandle(write, HandleKind.writeEnd) };
}

function success(result: number): Result {
  return { result, errno: Errno.ok };
}

function failure(errno: Errno): Result {
  return { result: 0, errno };
}
