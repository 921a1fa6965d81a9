import { PIPE_BYTES, Pipe, WORD_BYTES } from './layout';
import type { Memory } from './memory';
import { hasWaiters, wakeAll } from './wait-set';

/*
 * A byte pipe as POSIX has it, named by the word index of its layout. `head` and `tail` run freely; only the holder of
 * a guard moves one, and the last step, storing the position, is what makes the bytes move. The kernel counts the
 * holders of both ends and breaks a guard whose owner has died.
 */

/** Writes up to this size are never torn apart by another writer (POSIX's PIPE_BUF on Linux). */
export const ATOMIC_WRITE_BYTES = 4096;

/** What a try answers when it would have to wait. */
export const WOULD_BLOCK = -1;
/** What a write answers when nobody can ever read it. */
export const BROKEN = -2;

export function initPipe(memory: Memory, pipe: number): void {
  for (let word = 0; word < Pipe.ring; word++) memory.store(pipe + word, 0);
}

export function bytesIn(memory: Memory, pipe: number): number {
  return (memory.load(pipe + Pipe.tail) - memory.load(pipe + Pipe.head)) | 0;
}

/** Something can be read, or the end of file has been reached. */
export function isReadable(memory: Memory, pipe: number): boolean {
  return bytesIn(memory, pipe) > 0 || memory.load(pipe + Pipe.writers) === 0;
}

export function isWritable(memory: Memory, pipe: number): boolean {
  return bytesIn(memory, pipe) < PIPE_BYTES || memory.load(pipe + Pipe.readers) === 0;
}

/** Moves up to `target.length` bytes out of the pipe. 0 is the end of file. */
export function tryRead(memory: Memory, pipe: number, slot: number, target: Uint8Array): number {
  if (target.length === 0) return 0;
  if (memory.compareExchange(pipe + Pipe.readGuard, 0, slot + 1) !== 0) return WOULD_BLOCK;
  // Writers first: bytes written before the last writer left must not be taken for the end.
  const writers = memory.load(pipe + Pipe.writers);
  const head = memory.load(pipe + Pipe.head);
  const length = Math.min(target.length, (memory.load(pipe + Pipe.tail) - head) | 0);
  if (length > 0) {
    copyOut(memory, pipe, head, target, length);
    memory.store(pipe + Pipe.head, (head + length) | 0);
  }
  memory.store(pipe + Pipe.readGuard, 0);
  if (length > 0 && hasWaiters(memory, pipe + Pipe.writeWaiters)) wakeAll(memory, pipe + Pipe.writeWaiters);
  if (hasWaiters(memory, pipe + Pipe.readWaiters) && isReadable(memory, pipe)) wakeAll(memory, pipe + Pipe.readWaiters);
  return length > 0 ? length : writers === 0 ? 0 : WOULD_BLOCK;
}

/** Moves bytes into the pipe; all or nothing up to `ATOMIC_WRITE_BYTES`, else as many as fit. */
export function tryWrite(memory: Memory, pipe: number, slot: number, source: Uint8Array): number {
  if (memory.load(pipe + Pipe.readers) === 0) return BROKEN;
  if (source.length === 0) return 0;
  if (memory.compareExchange(pipe + Pipe.writeGuard, 0, slot + 1) !== 0) return WOULD_BLOCK;
  const tail = memory.load(pipe + Pipe.tail);
  const free = PIPE_BYTES - ((tail - memory.load(pipe + Pipe.head)) | 0);
  const length = source.length <= ATOMIC_WRITE_BYTES && free < source.length ? 0 : Math.min(source.length, free);
  if (length > 0) {
    copyIn(memory, pipe, tail, source, length);
    memory.store(pipe + Pipe.tail, (tail + length) | 0);
  }
  memory.store(pipe + Pipe.writeGuard, 0);
  if (length > 0 && hasWaiters(memory, pipe + Pipe.readWaiters)) wakeAll(memory, pipe + Pipe.readWaiters);
  if (hasWaiters(memory, pipe + Pipe.writeWaiters) && isWritable(memory, pipe)) wakeAll(memory, pipe + Pipe.writeWaiters);
  return length > 0 ? length : WOULD_BLOCK;
}

/** Kernel only: frees what a process that will never run again has left locked. */
export function breakGuards(memory: Memory, pipe: number, slot: number): void {
  memory.compareExchange(pipe + Pipe.readGuard, slot + 1, 0);
  memory.compareExchange(pipe + Pipe.writeGuard, slot + 1, 0);
  wakeAll(memory, pipe + Pipe.readWaiters);
  wakeAll(memory, pipe + Pipe.writeWaiters);
}

/** Kernel only: sets how many processes hold an end, and tells those for whom that changes something. */
export function setHolders(memory: Memory, pipe: number, end: 'read' | 'write', count: number): void {
  memory.store(pipe + (end === 'read' ? Pipe.readers : Pipe.writers), count);
  if (count === 0) wakeAll(memory, pipe + (end === 'read' ? Pipe.writeWaiters : Pipe.readWaiters));
}

function copyOut(memory: Memory, pipe: number, position: number, target: Uint8Array, length: number): void {
  const ring = (pipe + Pipe.ring) * WORD_BYTES;
  const from = position & (PIPE_BYTES - 1);
  const first = Math.min(length, PIPE_BYTES - from);
  target.set(memory.bytes.subarray(ring + from, ring + from + first));
  if (first < length) target.set(memory.bytes.subarray(ring, ring + length - first), first);
}

function copyIn(memory: Memory, pipe: number, position: number, source: Uint8Array, length: number): void {
  const ring = (pipe + Pipe.ring) * WORD_BYTES;
  const from = position & (PIPE_BYTES - 1);
  const first = Math.min(length, PIPE_BYTES - from);
  memory.bytes.set(source.subarray(0, first), ring + from);
  if (first < length) memory.bytes.set(source.subarray(first, length), ring);
}
