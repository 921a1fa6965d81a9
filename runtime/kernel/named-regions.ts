import { Errno } from '../memory/errno';
import { type Handle, wordOf } from '../memory/handle';
import { WORD_BYTES } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { NamedBlock } from '../memory/system-call';
import { KERNEL_PID, type SharedObjects } from './objects';

/** Regions that processes find by name: POSIX's `shm_open`. A name holds its region until it is unlinked. */
export class NamedRegions {
  readonly #byName = new Map<string, Handle>();

  constructor(
    private readonly memory: Memory,
    private readonly objects: SharedObjects,
  ) {}

  create(pid: number, name: string, byteLength: number): { readonly result: number; readonly errno: Errno } {
    if (this.#byName.has(name)) return { result: 0, errno: Errno.EEXIST };
    const handle = this.objects.createRegion(KERNEL_PID, NamedBlock.words * WORD_BYTES + byteLength);
    if (handle === null) return { result: 0, errno: Errno.ENOMEM };
    this.memory.store(wordOf(handle) + NamedBlock.byteLength, byteLength);
    this.#byName.set(name, handle);
    return { result: this.objects.hold(handle, pid), errno: Errno.ok };
  }

  open(pid: number, name: string): { readonly result: number; readonly errno: Errno } {
    const handle = this.#byName.get(name);
    if (handle === undefined) return { result: 0, errno: Errno.ENOENT };
    return { result: this.objects.hold(handle, pid), errno: Errno.ok };
  }

  unlink(name: string): Errno {
    const handle = this.#byName.get(name);
    if (handle === undefined) return Errno.ENOENT;
    this.#byName.delete(name);
    return this.objects.close(handle, KERNEL_PID);
  }
}
