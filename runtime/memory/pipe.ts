import { ringKernel } from './doorbell';
import { PIPE_BYTES, Pipe, PipeKind, WORD_BYTES, ringBytes } from './layout';
import type { Memory } from './memory';
import { takeBytes } from './spare-bytes';
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

export const FRAME_HEADER_BYTES = 4;

/**
 * What a socket holds, as measured with CPython on Linux: one message of 219,264 bytes, but of the smallest no more than
 * 278, because the system needs room for each besides its bytes.
 */
const SOCKET_MESSAGE_COST = 784;
const SOCKET_BYTES = 219_264 + FRAME_HEADER_BYTES + SOCKET_MESSAGE_COST;

export function initPipe(memory: Memory, pipe: number, kind: PipeKind = PipeKind.pipe): void {
  for (let word = 0; word < Pipe.ring; word++) memory.store(pipe + word, 0);
  memory.store(pipe + Pipe.kind, kind);
}

/** Kernel only: it is at one end, and hears of what is read and written at the other. */
export function watch(memory: Memory, pipe: number): void {
  memory.store(pipe + Pipe.watched, 1);
}

function tellWatcher(memory: Memory, pipe: number): void {
  if (memory.words[pipe + Pipe.watched] === 1) ringKernel(memory);
}

export function bytesIn(memory: Memory, pipe: number): number {
  return (memory.load(pipe + Pipe.tail) - memory.load(pipe + Pipe.head)) | 0;
}

/** Something can be read, or the end of file has been reached. */
export function isReadable(memory: Memory, pipe: number): boolean {
  return bytesIn(memory, pipe) > 0 || memory.load(pipe + Pipe.writers) === 0;
}

export function isWritable(memory: Memory, pipe: number): boolean {
  return freeIn(memory, pipe) > 0 || memory.load(pipe + Pipe.readers) === 0;
}

/** Moves up to `target.length` bytes out of the pipe. 0 is the end of file. */
export function tryRead(memory: Memory, pipe: number, slot: number, target: Uint8Array): number {
  if (target.length === 0) return 0;
  if (!tryGuard(memory, pipe + Pipe.readGuard, slot)) return WOULD_BLOCK;
  const count = readGuarded(memory, pipe, target);
  releaseGuard(memory, pipe + Pipe.readGuard, pipe + Pipe.readWaiters);
  return count;
}

/** Moves bytes into the pipe; all or nothing up to `ATOMIC_WRITE_BYTES`, else as many as fit. */
export function tryWrite(memory: Memory, pipe: number, slot: number, source: Uint8Array): number {
  if (memory.load(pipe + Pipe.readers) === 0) return BROKEN;
  if (source.length === 0) return 0;
  if (!tryGuard(memory, pipe + Pipe.writeGuard, slot)) return WOULD_BLOCK;
  const isAtomic = source.length <= ATOMIC_WRITE_BYTES && freeIn(memory, pipe) < source.length;
  const count = isAtomic ? 0 : writeGuarded(memory, pipe, source);
  releaseGuard(memory, pipe + Pipe.writeGuard, pipe + Pipe.writeWaiters);
  return count > 0 ? count : WOULD_BLOCK;
}

/** A message on its way out: its length, then its bytes. */
export interface Outgoing {
  readonly bytes: Uint8Array;
  /** Of the frame, header included. */
  sent: number;
  /** Where in the stream the frame begins; known once something was sent. */
  position: number;
}

/** A message on its way in. */
export interface Incoming {
  readonly header: Uint8Array;
  /** Null until the header is complete. */
  bytes: Uint8Array<ArrayBuffer> | null;
  received: number;
  position: number;
}

/** Frames up to this size travel in one step: who dies while sending one leaves nothing behind. */
const WHOLE_FRAME_BYTES = PIPE_BYTES / 2;

export function outgoing(bytes: Uint8Array): Outgoing {
  return { bytes, sent: 0, position: 0 };
}

export function incoming(): Incoming {
  return { header: new Uint8Array(FRAME_HEADER_BYTES), bytes: null, received: 0, position: 0 };
}

/**
 * Sends as much of a message as fits. A long one keeps the guard until it is through, so that no two mix.
 * @returns 0 when all of it is in the pipe, `WOULD_BLOCK`, or `BROKEN`.
 */
export function trySend(memory: Memory, pipe: number, slot: number, frame: Outgoing): number {
  const guard = pipe + Pipe.writeGuard;
  const total = FRAME_HEADER_BYTES + frame.bytes.length;
  if (memory.load(pipe + Pipe.readers) === 0) {
    if (frame.sent > 0) releaseGuard(memory, guard, pipe + Pipe.writeWaiters);
    return BROKEN;
  }
  if (frame.sent === 0) {
    if (!tryGuard(memory, guard, slot)) return WOULD_BLOCK;
    const cost = isSocket(memory, pipe) ? SOCKET_MESSAGE_COST : 0;
    const free = freeIn(memory, pipe) - cost;
    if (free < FRAME_HEADER_BYTES || (total <= WHOLE_FRAME_BYTES && free < total)) {
      releaseGuard(memory, guard, pipe + Pipe.writeWaiters);
      return WOULD_BLOCK;
    }
    frame.position = memory.load(pipe + Pipe.tail);
    if (cost > 0) memory.add(pipe + Pipe.sent, 1);
  }
  const free = freeIn(memory, pipe);
  if (free > 0) putFrame(memory, pipe, frame, Math.min(free, total - frame.sent));
  if (frame.sent < total) return WOULD_BLOCK;
  releaseGuard(memory, guard, pipe + Pipe.writeWaiters);
  return 0;
}

/** What a message answers that is not there yet, or never will be. */
export const END_OF_FILE = -2;
/** The last writer left in the middle of a message. */
export const CUT_SHORT = -3;

/**
 * Takes as much of the next message as is there.
 * @returns 0 when it is complete, `WOULD_BLOCK`, `END_OF_FILE` or `CUT_SHORT`.
 */
export function tryReceive(memory: Memory, pipe: number, slot: number, frame: Incoming): number {
  const guard = pipe + Pipe.readGuard;
  if (frame.received === 0) {
    if (bytesIn(memory, pipe) === 0 && memory.load(pipe + Pipe.writers) > 0) return WOULD_BLOCK;
    if (!tryGuard(memory, guard, slot)) return WOULD_BLOCK;
    frame.position = memory.load(pipe + Pipe.head);
    if (takeWhole(memory, pipe, frame)) {
      releaseGuard(memory, guard, pipe + Pipe.readWaiters);
      return 0;
    }
  }
  for (;;) {
    const target =
      frame.bytes === null ? frame.header.subarray(frame.received) : frame.bytes.subarray(frame.received - FRAME_HEADER_BYTES);
    const count = target.length === 0 ? 0 : readGuarded(memory, pipe, target);
    if (count > 0) frame.received += count;
    else if (target.length > 0) {
      if (count === 0 || frame.received === 0) releaseGuard(memory, guard, pipe + Pipe.readWaiters);
      if (count !== 0) return WOULD_BLOCK;
      return frame.received === 0 ? END_OF_FILE : CUT_SHORT;
    }
    if (frame.bytes === null && frame.received === FRAME_HEADER_BYTES) {
      frame.bytes = takeBytes(lengthIn(frame.header));
      countTaken(memory, pipe);
    }
    if (frame.bytes !== null && frame.received === FRAME_HEADER_BYTES + frame.bytes.length) {
      releaseGuard(memory, guard, pipe + Pipe.readWaiters);
      return 0;
    }
  }
}

/** Gives up in the middle of a message: the rest of it will never come, but others can go on. */
export function abandon(memory: Memory, pipe: number, slot: number, end: 'read' | 'write'): void {
  const guard = pipe + (end === 'read' ? Pipe.readGuard : Pipe.writeGuard);
  if ((memory.load(guard) & ~CONTENDED) !== slot + 1) return;
  releaseGuard(memory, guard, pipe + (end === 'read' ? Pipe.readWaiters : Pipe.writeWaiters));
}

/** Kernel only: frees what a process that will never run again has left locked. */
export function breakGuards(memory: Memory, pipe: number, slot: number): void {
  for (const guard of [pipe + Pipe.readGuard, pipe + Pipe.writeGuard]) {
    const seen = memory.load(guard);
    if ((seen & ~CONTENDED) === slot + 1) memory.compareExchange(guard, seen, 0);
  }
  wakeAll(memory, pipe + Pipe.readWaiters);
  wakeAll(memory, pipe + Pipe.writeWaiters);
}

/** In a guard: somebody came too late and sleeps; who releases it wakes the others. */
const CONTENDED = 1 << 16;

function tryGuard(memory: Memory, guard: number, slot: number): boolean {
  for (;;) {
    const seen = memory.compareExchange(guard, 0, slot + 1);
    if (seen === 0) return true;
    if (seen & CONTENDED || memory.compareExchange(guard, seen, seen | CONTENDED) === seen) return false;
  }
}

function releaseGuard(memory: Memory, guard: number, waiters: number): void {
  if (memory.exchange(guard, 0) & CONTENDED) wakeAll(memory, waiters);
}

/** How many bytes it takes now. Whoever holds the write guard can rely on it: others only make it more. */
function freeIn(memory: Memory, pipe: number): number {
  if (!isSocket(memory, pipe)) return PIPE_BYTES - bytesIn(memory, pipe);
  const messages = (memory.load(pipe + Pipe.sent) - memory.load(pipe + Pipe.taken)) | 0;
  const present = bytesIn(memory, pipe);
  // A process killed between counting and moving may have made the count wrong, but nothing is written over.
  return Math.max(0, Math.min(SOCKET_BYTES - messages * SOCKET_MESSAGE_COST, roomIn(memory, pipe)) - present);
}

function isSocket(memory: Memory, pipe: number): boolean {
  return memory.words[pipe + Pipe.kind] === PipeKind.socket;
}

function readGuarded(memory: Memory, pipe: number, target: Uint8Array): number {
  // Writers first: bytes written before the last writer left must not be taken for the end.
  const writers = memory.load(pipe + Pipe.writers);
  const head = memory.load(pipe + Pipe.head);
  const length = Math.min(target.length, (memory.load(pipe + Pipe.tail) - head) | 0);
  if (length === 0) return writers === 0 ? 0 : WOULD_BLOCK;
  copyOut(memory, pipe, head, target, length);
  remove(memory, pipe, head + length);
  return length;
}

/**
 * Takes the next message in one step, if all of it is there. A reader that is killed before the step has taken nothing, and
 * after it everything: never a header whose message is then taken for the next header.
 */
function takeWhole(memory: Memory, pipe: number, frame: Incoming): boolean {
  const head = memory.load(pipe + Pipe.head);
  const present = bytesIn(memory, pipe);
  if (present < FRAME_HEADER_BYTES) return false;
  copyOut(memory, pipe, head, frame.header, FRAME_HEADER_BYTES);
  const total = FRAME_HEADER_BYTES + lengthIn(frame.header);
  if (present < total) return false;
  frame.bytes = takeBytes(total - FRAME_HEADER_BYTES);
  copyOut(memory, pipe, head + FRAME_HEADER_BYTES, frame.bytes, frame.bytes.length);
  frame.received = total;
  countTaken(memory, pipe);
  remove(memory, pipe, head + total);
  return true;
}

/** Before its bytes go, whose going is what tells writers that there is room. */
function countTaken(memory: Memory, pipe: number): void {
  if (isSocket(memory, pipe)) memory.add(pipe + Pipe.taken, 1);
}

/** What was copied is gone from the pipe, and there is room for more. */
function remove(memory: Memory, pipe: number, head: number): void {
  memory.store(pipe + Pipe.head, head | 0);
  if (hasWaiters(memory, pipe + Pipe.writeWaiters)) wakeAll(memory, pipe + Pipe.writeWaiters);
  tellWatcher(memory, pipe);
}

function writeGuarded(memory: Memory, pipe: number, source: Uint8Array): number {
  const tail = memory.load(pipe + Pipe.tail);
  const length = Math.min(source.length, freeIn(memory, pipe));
  if (length === 0) return 0;
  copyIn(memory, pipe, tail, source, length);
  publish(memory, pipe, tail + length);
  return length;
}

/** Moves `length` bytes of the frame, whose header comes first, with a single step at the end that makes them be there. */
function putFrame(memory: Memory, pipe: number, frame: Outgoing, length: number): void {
  const tail = memory.load(pipe + Pipe.tail);
  let put = 0;
  if (frame.sent < FRAME_HEADER_BYTES) {
    const header = headerOf(frame.bytes.length).subarray(frame.sent, frame.sent + length);
    copyIn(memory, pipe, tail, header, header.length);
    put = header.length;
  }
  const from = frame.sent + put - FRAME_HEADER_BYTES;
  if (put < length) copyIn(memory, pipe, tail + put, frame.bytes.subarray(from, from + length - put), length - put);
  frame.sent += length;
  publish(memory, pipe, tail + length);
}

function publish(memory: Memory, pipe: number, tail: number): void {
  memory.store(pipe + Pipe.tail, tail | 0);
  if (hasWaiters(memory, pipe + Pipe.readWaiters)) wakeAll(memory, pipe + Pipe.readWaiters);
  tellWatcher(memory, pipe);
}

const headerBytes = new Uint8Array(FRAME_HEADER_BYTES);
const headerView = new DataView(headerBytes.buffer);

function headerOf(length: number): Uint8Array {
  headerView.setUint32(0, length);
  return headerBytes;
}

function lengthIn(header: Uint8Array): number {
  return new DataView(header.buffer).getUint32(0);
}

/** Kernel only: sets how many processes hold an end, and tells those for whom that changes something. */
export function setHolders(memory: Memory, pipe: number, end: 'read' | 'write', count: number): void {
  memory.store(pipe + (end === 'read' ? Pipe.readers : Pipe.writers), count);
  if (count === 0) wakeAll(memory, pipe + (end === 'read' ? Pipe.writeWaiters : Pipe.readWaiters));
}

function copyOut(memory: Memory, pipe: number, position: number, target: Uint8Array, length: number): void {
  const ring = (pipe + Pipe.ring) * WORD_BYTES;
  const size = roomIn(memory, pipe);
  const from = position & (size - 1);
  const first = Math.min(length, size - from);
  target.set(memory.bytes.subarray(ring + from, ring + from + first));
  if (first < length) target.set(memory.bytes.subarray(ring, ring + length - first), first);
}

function copyIn(memory: Memory, pipe: number, position: number, source: Uint8Array, length: number): void {
  const ring = (pipe + Pipe.ring) * WORD_BYTES;
  const size = roomIn(memory, pipe);
  const from = position & (size - 1);
  const first = Math.min(length, size - from);
  memory.bytes.set(source.subarray(0, first), ring + from);
  if (first < length) memory.bytes.set(source.subarray(first, length), ring);
}

function roomIn(memory: Memory, pipe: number): number {
  return ringBytes(isSocket(memory, pipe) ? PipeKind.socket : PipeKind.pipe);
}
