import { ChildProcessError, MemoryError, OSError, osError, ValueError } from '../errors';
import { typeName } from '../errors/type-name';
import { Errno } from '../memory/errno';
import { type Handle, HandleKind, makeHandle, offsetOf, wordOf } from '../memory/handle';
import { Header, Listener, type OnInterrupt, Pipe, PipeKind, RUNNING, Slot, WORD_BYTES, slotBase } from '../memory/layout';
import { FOREVER, type Reason, WaitKind } from '../memory/parker';
import { isReadable, isWritable } from '../memory/pipe';
import {
  ConnectionBlock,
  NamedBlock,
  SystemCall,
  call,
  exit as exitCall,
  spawnBlockBytes,
  writeSpawnBlock,
} from '../memory/system-call';
import { delist, enlist, isEnlisted } from '../memory/wait-set';
import { current } from './context';

/*
 * The system calls of a process. Times are seconds, and undefined waits for ever. Failures are OSErrors; a pending
 * Ctrl+C is a KeyboardInterrupt, raised in any call that can wait.
 */

export type { Handle } from '../memory/handle';
export { OnInterrupt, PipeKind } from '../memory/layout';

const encoder = new TextEncoder();

/** Seconds on the clock that all processes of the machine share. */
export function clock(): number {
  return current().memory.now() / 1000;
}

/** When a wait of so many seconds is over, on the machine's clock in milliseconds. */
export function deadlineAfter(timeout: number | null | undefined): number {
  if (timeout === undefined || timeout === null || timeout === Infinity) return FOREVER;
  if (typeof timeout !== 'number') throw new TypeError(`must be real number, not ${typeName(timeout)}`);
  if (Number.isNaN(timeout)) throw new ValueError('Invalid value NaN (not a number)');
  return current().memory.now() + Math.max(0, timeout) * 1000;
}

export function sleep(seconds: number): void {
  const { parker, slot } = current();
  parker.waitUntil(() => false, deadlineAfter(seconds), { kind: WaitKind.sleep, object: slot });
}

export function parentPid(): number {
  const { memory, slot } = current();
  return memory.load(slotBase(slot) + Slot.parentPid);
}

/** Starts a process on a copy of the program; it exists when this returns. */
export function spawn(name: string, payload: Uint8Array, handles: readonly Handle[]): number {
  const { memory } = current();
  const request = { handles, name: encoder.encode(name), payload };
  const block = createRegion(spawnBlockBytes(request));
  writeSpawnBlock(memory, offsetOf(block), request);
  try {
    return ask(SystemCall.spawn, offsetOf(block));
  } catch (error) {
    close(block);
    throw error;
  }
}

/** Ends this process at once, running nothing more. */
export function exit(code: number): never {
  exitCall(current().parker, (code & 0xff) << 8);
}

/** Ends this process as the signal would have ended it. */
export function exitBySignal(signal: number): never {
  exitCall(current().parker, signal);
}

/** What Ctrl+C does to this process from now on. */
export function setOnInterrupt(action: OnInterrupt): void {
  const { memory, slot } = current();
  memory.store(slotBase(slot) + Slot.onInterrupt, action);
}

export function onInterrupt(): OnInterrupt {
  const { memory, slot } = current();
  return memory.load(slotBase(slot) + Slot.onInterrupt) as OnInterrupt;
}

/** This process is there for others, and ends when there are none. */
export function serveOthers(): void {
  const { memory, slot } = current();
  memory.store(slotBase(slot) + Slot.serves, 1);
}

export function kill(pid: number, signal: number): void {
  ask(SystemCall.kill, pid, signal);
  // A process that signals itself feels it before the call returns.
  current().parker.checkIn();
}

/** The POSIX wait status of a process, or null while it runs. A process nobody knows any more has ended with 0. */
export function pollStatus(pid: number): number | null {
  const { memory } = current();
  const slot = slotOf(pid);
  if (slot === -1) return 0;
  const status = memory.load(slotBase(slot) + Slot.status);
  return status === RUNNING ? null : status;
}

/** Has the bell rung when the process in this slot ends. Who waits for it, or asks, takes that back: so say it before each look. */
export function watchExit(watched: number): void {
  const { memory, slot } = current();
  const set = slotBase(watched) + Slot.exitWaiters;
  if (!isEnlisted(memory, set, slot)) enlist(memory, set, slot);
}

/** Whether a process has ended that was started in this slot; quicker than asking for its status. */
export function hasEnded(pid: number, slot: number): boolean {
  const { memory } = current();
  const base = slotBase(slot);
  return memory.load(base + Slot.pid) !== pid || memory.load(base + Slot.status) !== RUNNING;
}

/** The wait set of those who want to hear of the end of a process; −1 when nobody knows it any more. */
export function exitWaitSet(pid: number): number {
  const slot = slotOf(pid);
  return slot === -1 ? -1 : slotBase(slot) + Slot.exitWaiters;
}

/** Waits for a child to end and collects its wait status; null when the time was over first. */
export function waitpid(pid: number, timeout?: number | null): number | null {
  const { memory } = current();
  const slot = slotOf(pid);
  if (slot === -1) throw new ChildProcessError(10, 'No child processes');
  if (!waitForExit(pid, timeout)) return null;
  const status = memory.load(slotBase(slot) + Slot.status);
  memory.store(slotBase(slot) + Slot.reaped, 1);
  return status;
}

/** Waits until a process has ended, whoever's child it is; false when the time was over first. */
export function waitForExit(pid: number, timeout?: number | null): boolean {
  return ready([{ kind: 'exit', pid }], timeout).length > 0;
}

export function isAlive(pid: number): boolean {
  return pollStatus(pid) === null;
}

export function createRegion(byteLength: number): Handle {
  assertFits(byteLength);
  return ask(SystemCall.region, byteLength);
}

/** What is larger than all memory would not fit in a word of a system call either. */
function assertFits(byteLength: number): void {
  if (byteLength > current().memory.bytes.length) throw new MemoryError();
}

/** A new pipe, or one direction of a pair of sockets: the end to read from, the end to write to. */
export function createPipe(kind: PipeKind = PipeKind.pipe): [readEnd: Handle, writeEnd: Handle] {
  const offset = ask(SystemCall.pipe, kind);
  return [makeHandle(offset, HandleKind.readEnd), makeHandle(offset, HandleKind.writeEnd)];
}

export function createSemaphore(value: number): Handle {
  return ask(SystemCall.semaphore, value);
}

export function close(handle: Handle): void {
  ask(SystemCall.close, handle);
}

/** Keeps a handle alive while it is on its way in a message, whatever becomes of this process. */
export function lend(handle: Handle): void {
  ask(SystemCall.lend, handle);
}

/** Holds a handle that came in a message. */
export function take(handle: Handle): void {
  ask(SystemCall.take, handle);
}

/** Holds a handle once more. */
export function hold(handle: Handle): void {
  ask(SystemCall.hold, handle);
}

export function listenOn(name: string): Handle {
  return withName(name, (offset, length) => ask(SystemCall.listen, offset, length));
}

/** Connects to a listener by name: the end to read from, the end to write to. */
export function connectTo(name: string): [readEnd: Handle, writeEnd: Handle] {
  return withName(name, (offset, length) => takeConnection(ask(SystemCall.connect, offset, length)));
}

/** The next connection; waits for one. */
export function accept(listener: Handle, timeout?: number | null): [readEnd: Handle, writeEnd: Handle] | null {
  if (ready([{ kind: 'listener', handle: listener }], timeout).length === 0) return null;
  return takeConnection(ask(SystemCall.accept, listener));
}

/** A region that others find by its name, and its length. Fails with EEXIST. */
export function createNamedRegion(name: string, byteLength: number): Handle {
  assertFits(byteLength);
  return withName(name, (offset, length) => ask(SystemCall.createNamed, offset, length, byteLength), name);
}

/** Fails with ENOENT. */
export function openNamedRegion(name: string): Handle {
  return withName(name, (offset, length) => ask(SystemCall.openNamed, offset, length), name);
}

/** Takes the name away; the region lives while somebody has it open. */
export function unlinkNamedRegion(name: string): void {
  withName(name, (offset, length) => ask(SystemCall.unlinkNamed, offset, length), name);
}

/** The bytes of a region with a name. */
export function viewNamedRegion(handle: Handle): Uint8Array {
  const { memory } = current();
  const byteLength = memory.load(wordOf(handle) + NamedBlock.byteLength);
  return new Uint8Array(memory.buffer, offsetOf(handle) + NamedBlock.words * WORD_BYTES, byteLength);
}

/** Something a process can wait for. */
export type Waitable =
  | { readonly kind: 'exit'; readonly pid: number }
  | { readonly kind: 'readable' | 'writable'; readonly handle: Handle }
  | { readonly kind: 'listener'; readonly handle: Handle };

/**
 * Waits until at least one is ready, and answers all that are, in the order of the list; empty when time is over.
 * @param isEnough - ends the wait as well.
 */
export function ready<W extends Waitable>(
  list: readonly W[],
  timeout?: number | null,
  isEnough: () => boolean = () => false,
): W[] {
  const { memory, parker, slot } = current();
  const sets = list.map((waitable) => waitSetOf(waitable)).filter((set) => set !== -1);
  let found: W[] = [];
  const look = () => {
    for (const set of sets) enlist(memory, set, slot);
    found = list.filter((waitable) => isReady(waitable));
    return found.length > 0 || isEnough();
  };
  try {
    parker.waitUntil(look, deadlineAfter(timeout), reasonFor(list));
  } finally {
    for (const set of sets) delist(memory, set, slot);
  }
  return found;
}

function isReady(waitable: Waitable): boolean {
  const { memory } = current();
  switch (waitable.kind) {
    case 'exit':
      return pollStatus(waitable.pid) !== null;
    case 'readable':
      return isReadable(memory, wordOf(waitable.handle));
    case 'writable':
      return isWritable(memory, wordOf(waitable.handle));
    case 'listener':
      return memory.load(wordOf(waitable.handle) + Listener.pending) > 0;
  }
}

function waitSetOf(waitable: Waitable): number {
  switch (waitable.kind) {
    case 'exit': {
      const slot = slotOf(waitable.pid);
      return slot === -1 ? -1 : slotBase(slot) + Slot.exitWaiters;
    }
    case 'readable':
      return wordOf(waitable.handle) + Pipe.readWaiters;
    case 'writable':
      return wordOf(waitable.handle) + Pipe.writeWaiters;
    case 'listener':
      return wordOf(waitable.handle) + Listener.waiters;
  }
}

function reasonFor(list: readonly Waitable[]): Reason {
  const [only] = list;
  if (only === undefined || list.length > 1) return { kind: WaitKind.ready, object: list.length };
  switch (only.kind) {
    case 'exit':
      return { kind: WaitKind.processExit, object: only.pid };
    case 'readable':
      return { kind: WaitKind.pipeRead, object: only.handle };
    case 'writable':
      return { kind: WaitKind.pipeWrite, object: only.handle };
    case 'listener':
      return { kind: WaitKind.ready, object: only.handle };
  }
}

/** Where a process lives, or −1. */
export function slotOf(pid: number): number {
  const { memory } = current();
  const used = memory.load(Header.usedSlots);
  for (let slot = 0; slot < used; slot++) {
    if (memory.load(slotBase(slot) + Slot.pid) === pid) return slot;
  }
  return -1;
}

function takeConnection(block: number): [readEnd: Handle, writeEnd: Handle] {
  const { memory } = current();
  const word = block / WORD_BYTES;
  const readEnd = memory.load(word + ConnectionBlock.readEnd);
  const writeEnd = memory.load(word + ConnectionBlock.writeEnd);
  close(makeHandle(block, HandleKind.region));
  return [readEnd, writeEnd];
}

/** @param file - what a failure is about, as an OSError tells it. */
function withName<T>(name: string, use: (offset: number, length: number) => T, file?: string): T {
  const bytes = encoder.encode(name);
  const region = createRegion(bytes.length);
  try {
    current().memory.bytes.set(bytes, offsetOf(region));
    return use(offsetOf(region), bytes.length);
  } catch (error) {
    if (file === undefined || !(error instanceof OSError) || error.errno === undefined) throw error;
    throw osError(error.errno, file);
  } finally {
    close(region);
  }
}

function ask(systemCall: SystemCall, ...args: readonly number[]): number {
  const { result, errno } = call(current().parker, systemCall, ...args);
  if (errno === Errno.ENOMEM) throw new MemoryError();
  if (errno !== Errno.ok) throw osError(errno);
  return result;
}
