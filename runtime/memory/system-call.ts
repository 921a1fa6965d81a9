import { ringKernel } from './doorbell';
import { Errno } from './errno';
import type { Handle } from './handle';
import { Header, Request, Slot, WAIT_SET_WORDS, WORD_BYTES, layout, slotBase } from './layout';
import type { Memory } from './memory';
import { type Parker, FOREVER, WaitKind } from './parker';
import { ring } from './park';

/** What a process can ask of the kernel. Arguments and answers are integers; bytes travel in regions. */
export const SystemCall = {
  /** (offset of a `SpawnBlock`) → pid */
  spawn: 1,
  /** (wait status); no answer: the process halts */
  exit: 2,
  /** (pid, signal) */
  kill: 3,
  /** (`PipeKind`) → offset of a pipe, both ends held */
  pipe: 4,
  /** (value) → handle of a semaphore */
  semaphore: 5,
  /** (bytes) → handle of a region of zeros */
  region: 6,
  /** (handle): gives up one hold */
  close: 7,
  /** (handle): takes one more hold */
  hold: 8,
  /** (offset of a name, its length) → handle of a listener */
  listen: 9,
  /** (offset of a name, its length) → offset of a region with two handles: read end, write end */
  connect: 10,
  /** (handle of a listener) → the same, for the other side */
  accept: 11,
  /** (handle): it is on its way in a message and held by the kernel until somebody takes it */
  lend: 12,
  /** (handle): holds what was lent; fails with EBADF if nothing was */
  take: 13,
  /** (offset of a name, its length, bytes) → handle of a new region that others find by its name */
  createNamed: 14,
  /** (offset of a name, its length) → handle of the region of that name */
  openNamed: 15,
  /** (offset of a name, its length): nobody finds it any more; it lives while somebody holds it */
  unlinkNamed: 16,
} as const;
export type SystemCall = (typeof SystemCall)[keyof typeof SystemCall];

/** What `spawn` hands over: this header, the handles (a word each), the name and the payload. */
export const SpawnBlock = layout({ handleCount: 1, nameBytes: 1, payloadBytes: 1 });

/** What a region with a name begins with: how many bytes follow. */
export const NamedBlock = layout({ byteLength: 1, padding: 15 });

/** What `connect` and `accept` answer with. */
export const ConnectionBlock = layout({ readEnd: 1, writeEnd: 1 });

export interface Answer {
  readonly result: number;
  readonly errno: Errno;
}

/** Asks the kernel and waits for its answer. */
export function call(parker: Parker, systemCall: SystemCall, ...args: readonly number[]): Answer {
  const { memory, slot } = parker;
  parker.checkIn();
  const base = send(memory, slot, systemCall, args);
  const answered = () => memory.load(base + Slot.request) === Request.answered;
  // The kernel always answers at once; giving up half-way would leave the answer to the next call.
  parker.waitUntil(answered, FOREVER, { kind: WaitKind.kernel, object: systemCall }, false);
  memory.store(base + Slot.request, Request.none);
  return { result: memory.load(base + Slot.result), errno: memory.load(base + Slot.errno) as Errno };
}

/** Reports the end of this process. */
export function exit(parker: Parker, status: number): never {
  send(parker.memory, parker.slot, SystemCall.exit, [status]);
  parker.halt();
}

export interface PendingCall {
  readonly slot: number;
  readonly call: SystemCall;
  argument(index: number): number;
}

/** Kernel only: the calls that wait for an answer. */
export function* pendingCalls(memory: Memory): Generator<PendingCall> {
  for (let word = Header.requests; word < Header.requests + WAIT_SET_WORDS; word++) {
    let bits = memory.exchange(word, 0);
    while (bits !== 0) {
      const slot = (word - Header.requests) * 32 + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const base = slotBase(slot);
      if (memory.load(base + Slot.request) !== Request.pending) continue;
      yield {
        slot,
        call: memory.load(base + Slot.call) as SystemCall,
        argument: (index) => memory.load(base + Slot.args + index),
      };
    }
  }
}

/** Kernel only. */
export function answer(memory: Memory, slot: number, result: number, errno: Errno = Errno.ok): void {
  const base = slotBase(slot);
  memory.store(base + Slot.result, result);
  memory.store(base + Slot.errno, errno);
  memory.store(base + Slot.request, Request.answered);
  ring(memory, slot);
}

/** What a new process starts with. Names and payloads are bytes: the kernel does not read them. */
export interface SpawnRequest {
  /** Shared objects the new process holds from its first moment on. */
  readonly handles: readonly Handle[];
  readonly name: Uint8Array;
  readonly payload: Uint8Array;
}

export function spawnBlockBytes(request: SpawnRequest): number {
  return (SpawnBlock.words + request.handles.length) * WORD_BYTES + request.name.length + request.payload.length;
}

export function writeSpawnBlock(memory: Memory, offset: number, request: SpawnRequest): void {
  const base = offset / WORD_BYTES;
  memory.store(base + SpawnBlock.handleCount, request.handles.length);
  memory.store(base + SpawnBlock.nameBytes, request.name.length);
  memory.store(base + SpawnBlock.payloadBytes, request.payload.length);
  memory.words.set(request.handles, base + SpawnBlock.words);
  const nameOffset = offset + (SpawnBlock.words + request.handles.length) * WORD_BYTES;
  memory.bytes.set(request.name, nameOffset);
  memory.bytes.set(request.payload, nameOffset + request.name.length);
}

export function readSpawnBlock(memory: Memory, offset: number): SpawnRequest {
  const base = offset / WORD_BYTES;
  const handleCount = memory.load(base + SpawnBlock.handleCount);
  const nameBytes = memory.load(base + SpawnBlock.nameBytes);
  const handles = Array.from(memory.words.subarray(base + SpawnBlock.words, base + SpawnBlock.words + handleCount));
  const nameOffset = offset + (SpawnBlock.words + handleCount) * WORD_BYTES;
  return {
    handles,
    name: memory.read(nameOffset, nameBytes),
    payload: memory.read(nameOffset + nameBytes, memory.load(base + SpawnBlock.payloadBytes)),
  };
}

function send(memory: Memory, slot: number, systemCall: SystemCall, args: readonly number[]): number {
  const base = slotBase(slot);
  memory.store(base + Slot.call, systemCall);
  args.forEach((value, index) => memory.store(base + Slot.args + index, value));
  memory.store(base + Slot.request, Request.pending);
  memory.setBits(Header.requests + (slot >>> 5), 1 << (slot & 31));
  ringKernel(memory);
  return base;
}
