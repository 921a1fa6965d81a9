import { type Handle, HandleKind, makeHandle, wordOf } from '../memory/handle';
import { Header, MAX_SLOTS, Slot, slotBase } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { WaitKind } from '../memory/parker';
import { bytesIn, tryWrite } from '../memory/pipe';
import { KERNEL_PID, type SharedObjects } from './objects';

/** Slot number the kernel signs guards with; no process has it. */
const KERNEL_SLOT = MAX_SLOTS;

/** Feeds what the reader types into the pipe that is MainProcess's stdin. */
export class InputFeed {
  readonly #pending: Uint8Array[] = [];
  readonly readEnd: Handle;
  readonly #writeEnd: Handle;
  #closed = false;
  #wanted = false;

  constructor(
    private readonly memory: Memory,
    private readonly objects: SharedObjects,
    private readonly announce: (wanted: boolean) => void,
  ) {
    const offset = objects.createPipe(KERNEL_PID);
    if (offset === null) throw new RangeError('Cannot make a machine: its memory has no room for stdin');
    this.readEnd = makeHandle(offset, HandleKind.readEnd);
    this.#writeEnd = makeHandle(offset, HandleKind.writeEnd);
  }

  write(bytes: Uint8Array): void {
    if (this.#closed || bytes.length === 0) return;
    this.#pending.push(bytes);
    this.feed();
  }

  /** End of file, after everything that was typed before. */
  close(): void {
    this.#closed = true;
    this.feed();
  }

  feed(): void {
    for (let first = this.#pending[0]; first !== undefined; first = this.#pending[0]) {
      const piece = first.subarray(0, 4096);
      const written = tryWrite(this.memory, wordOf(this.#writeEnd), KERNEL_SLOT, piece);
      if (written <= 0) break;
      if (written === first.length) this.#pending.shift();
      else this.#pending[0] = first.subarray(written);
    }
    if (this.#closed && this.#pending.length === 0 && this.objects.isHeldBy(this.#writeEnd, KERNEL_PID)) {
      this.objects.close(this.#writeEnd, KERNEL_PID);
    }
    this.#announce();
  }

  #announce(): void {
    const wanted = bytesIn(this.memory, wordOf(this.readEnd)) === 0 && !this.#closed && this.#isAwaited();
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.announce(wanted);
  }

  #isAwaited(): boolean {
    const used = this.memory.load(Header.usedSlots);
    for (let slot = 0; slot < used; slot++) {
      if (this.memory.load(slotBase(slot) + Slot.waitKind) === WaitKind.input) return true;
    }
    return false;
  }
}
