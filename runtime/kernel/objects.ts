import { Errno } from '../memory/errno';
import { type Handle, HandleKind, kindOf, makeHandle, offsetOf, wordOf } from '../memory/handle';
import { Listener, Pipe, PipeKind, Semaphore, WORD_BYTES, ringBytes } from '../memory/layout';
import type { Allocator } from '../memory/allocator';
import type { Memory } from '../memory/memory';
import { breakGuards, initPipe, setHolders } from '../memory/pipe';
import { initSemaphore, wakeOne } from '../memory/semaphore';
import { delist } from '../memory/wait-set';

/** The kernel itself, as a holder. */
export const KERNEL_PID = 4100;

/**
 * The shared objects of a machine and who holds them. A handle lives as long as somebody holds it; the memory of an
 * object is given back when its last handle has gone and nobody who was killed could still be writing to it.
 */
export class SharedObjects {
  /** Per handle: how often each process holds it. */
  readonly #holders = new Map<Handle, Map<number, number>>();
  readonly #pipes = new Set<number>();
  readonly #listeners = new Set<number>();

  constructor(
    private readonly memory: Memory,
    private readonly allocator: Allocator,
    /** Gives a region back, now or when it is safe. */
    private readonly release: (offset: number) => void,
  ) {}

  /** A pipe with both ends held by `pid`; answers its offset, or null when there is no room. */
  createPipe(pid: number, kind: PipeKind = PipeKind.pipe): number | null {
    // Of its ring nothing is read that was not written.
    const offset = this.allocator.allocate(Pipe.words * WORD_BYTES + ringBytes(kind), Pipe.words * WORD_BYTES);
    if (offset === null) return null;
    initPipe(this.memory, offset / WORD_BYTES, kind);
    this.#pipes.add(offset);
    this.hold(makeHandle(offset, HandleKind.readEnd), pid);
    this.hold(makeHandle(offset, HandleKind.writeEnd), pid);
    return offset;
  }

  createSemaphore(pid: number, value: number): Handle | null {
    const offset = this.allocator.allocate(Semaphore.words * WORD_BYTES);
    if (offset === null) return null;
    initSemaphore(this.memory, offset / WORD_BYTES, value);
    return this.hold(makeHandle(offset, HandleKind.semaphore), pid);
  }

  createRegion(pid: number, byteLength: number): Handle | null {
    const offset = this.allocator.allocate(byteLength);
    return offset === null ? null : this.hold(makeHandle(offset, HandleKind.region), pid);
  }

  createListener(pid: number): Handle | null {
    const offset = this.allocator.allocate(Listener.words * WORD_BYTES);
    if (offset === null) return null;
    this.#listeners.add(offset);
    return this.hold(makeHandle(offset, HandleKind.listener), pid);
  }

  isHeld(handle: Handle): boolean {
    return this.#holders.has(handle);
  }

  isHeldBy(handle: Handle, pid: number): boolean {
    return this.#holders.get(handle)?.has(pid) ?? false;
  }

  hold(handle: Handle, pid: number): Handle {
    let holders = this.#holders.get(handle);
    if (holders === undefined) this.#holders.set(handle, (holders = new Map<number, number>()));
    holders.set(pid, (holders.get(pid) ?? 0) + 1);
    this.#publishHolders(handle);
    return handle;
  }

  /** Gives up one hold. */
  close(handle: Handle, pid: number): Errno {
    const holders = this.#holders.get(handle);
    const count = holders?.get(pid);
    if (holders === undefined || count === undefined) return Errno.EBADF;
    if (count > 1) holders.set(pid, count - 1);
    else this.#drop(handle, holders, pid);
    return Errno.ok;
  }

  /** A process has ended: it holds nothing and waits for nothing any more. */
  forget(pid: number, slot: number): void {
    for (const offset of this.#pipes) {
      delist(this.memory, offset / WORD_BYTES + Pipe.readWaiters, slot);
      delist(this.memory, offset / WORD_BYTES + Pipe.writeWaiters, slot);
    }
    for (const offset of this.#listeners) delist(this.memory, offset / WORD_BYTES + Listener.waiters, slot);
    for (const [handle, holders] of this.#holders) {
      if (holders.has(pid)) this.#drop(handle, holders, pid);
    }
  }

  /** A process will certainly never run again: what it has left locked is freed, and what it has left unsaid is said. */
  breakGuards(slot: number): void {
    for (const offset of this.#pipes) breakGuards(this.memory, offset / WORD_BYTES, slot);
    for (const handle of this.#holders.keys()) {
      if (kindOf(handle) === HandleKind.semaphore) wakeOne(this.memory, wordOf(handle));
    }
  }

  #drop(handle: Handle, holders: Map<number, number>, pid: number): void {
    holders.delete(pid);
    if (holders.size === 0) this.#holders.delete(handle);
    this.#publishHolders(handle);
    if (holders.size === 0) this.#releaseUnheld(handle);
  }

  #publishHolders(handle: Handle): void {
    const kind = kindOf(handle);
    if (kind !== HandleKind.readEnd && kind !== HandleKind.writeEnd) return;
    const end = kind === HandleKind.readEnd ? 'read' : 'write';
    setHolders(this.memory, wordOf(handle), end, this.#holders.get(handle)?.size ?? 0);
  }

  #releaseUnheld(handle: Handle): void {
    const offset = offsetOf(handle);
    if (this.#pipes.has(offset)) {
      const ends = [HandleKind.readEnd, HandleKind.writeEnd].map((kind) => makeHandle(offset, kind));
      if (ends.some((end) => this.isHeld(end))) return;
    }
    this.#pipes.delete(offset);
    this.#listeners.delete(offset);
    this.release(offset);
  }
}
