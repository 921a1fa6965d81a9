import { Errno } from '../memory/errno';
import { type Handle, HandleKind, makeHandle, offsetOf, wordOf } from '../memory/handle';
import { Listener, WORD_BYTES } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { ConnectionBlock } from '../memory/system-call';
import { wakeAll } from '../memory/wait-set';
import { KERNEL_PID, type SharedObjects } from './objects';

interface Ends {
  readonly readEnd: Handle;
  readonly writeEnd: Handle;
}

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
  ) {}

  listen(pid: number, name: string): Result {
    this.#forgetClosed();
    if (this.#byName.has(name)) return failure(Errno.EADDRINUSE);
    const handle = this.objects.createListener(pid);
    if (handle === null) return failure(Errno.ENOMEM);
    this.#byName.set(name, handle);
    this.#pending.set(handle, []);
    return success(handle);
  }

  connect(pid: number, name: string): Result {
    this.#forgetClosed();
    const listener = this.#byName.get(name);
    const queue = listener === undefined ? undefined : this.#pending.get(listener);
    if (listener === undefined || queue === undefined) return failure(Errno.ECONNREFUSED);
    const forth = this.objects.createPipe(KERNEL_PID);
    const back = this.objects.createPipe(KERNEL_PID);
    if (forth === null || back === null) return failure(Errno.ENOMEM);
    queue.push(ends(forth, back));
    this.memory.store(wordOf(listener) + Listener.pending, queue.length);
    wakeAll(this.memory, wordOf(listener) + Listener.waiters);
    return this.#handOver(ends(back, forth), pid);
  }

  accept(pid: number, listener: Handle): Result {
    const queue = this.#pending.get(listener);
    if (queue === undefined || !this.objects.isHeldBy(listener, pid)) return failure(Errno.EBADF);
    const next = queue.shift();
    this.memory.store(wordOf(listener) + Listener.pending, queue.length);
    return next === undefined ? failure(Errno.EAGAIN) : this.#handOver(next, pid);
  }

  /** Moves one side of a connection from the kernel to a process. */
  #handOver({ readEnd, writeEnd }: Ends, pid: number): Result {
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
  #forgetClosed(): void {
    for (const [name, handle] of this.#byName) {
      if (this.objects.isHeld(handle)) continue;
      this.#byName.delete(name);
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
