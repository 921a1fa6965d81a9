import { TraceKind, type TraceWriter } from '../memory/trace-ring';
import { type Handle, offsetOf } from '../memory/handle';
import { takeName } from './place';

/*
 * What the library tells about itself. Objects are named by a handle of theirs or by the byte offset of what they live in, which
 * are the same in every process that has them.
 */

/** What the timeline can tell apart. The numbers travel in records. */
export const ObjectKind = {
  lock: 1,
  rlock: 2,
  semaphore: 3,
  condition: 4,
  event: 5,
  barrier: 6,
  pipe: 7,
  queue: 8,
  value: 9,
  array: 10,
  pool: 11,
  manager: 12,
  listener: 13,
  region: 14,
} as const;
export type ObjectKind = (typeof ObjectKind)[keyof typeof ObjectKind];

/** What a part is to its object: a queue is a pipe, a lock of the readers, a lock of the writers, a count of free places. */
export const PartRole = { other: 0, readLock: 1, writeLock: 2, free: 3, unfinished: 4, peer: 5, lock: 6, waiters: 7 } as const;
export type PartRole = (typeof PartRole)[keyof typeof PartRole];

let writer: TraceWriter | null = null;

/** One process has one writer, as it has one context. */
export function traceWith(traceWriter: TraceWriter): void {
  writer = traceWriter;
}

/** An object was made; its name is that of the variable it is for. */
export function traceMade(object: number, kind: ObjectKind, name = takeName()): void {
  writer?.recordWithText(TraceKind.objectMade, offsetOf(object), name, kind);
}

/** `part` belongs to `object`: who waits for the part waits for the object. */
export function tracePart(part: number, object: number, role: PartRole = PartRole.other): void {
  writer?.recordVital(TraceKind.objectPart, offsetOf(part), offsetOf(object), role);
}

/** @param value - what is left of a semaphore; 0 for a lock. */
export function traceAcquired(object: number, value = 0): void {
  writer?.record(TraceKind.acquired, object, value);
}

export function traceReleased(object: number, value = 1): void {
  writer?.record(TraceKind.released, object, value);
}

/** @param position - where in the pipe's stream the message begins: what pairs it with its receipt. */
export function traceSent(pipe: Handle, position: number, bytes: number): void {
  writer?.record(TraceKind.sent, offsetOf(pipe), position, bytes);
}

export function traceReceived(pipe: Handle, position: number, bytes: number): void {
  writer?.record(TraceKind.received, offsetOf(pipe), position, bytes);
}

const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

/** @param index - of the element, 0 for a single value. */
export function traceWritten(object: number, index: number, value: number): void {
  float[0] = value;
  writer?.record(TraceKind.valueWritten, object, index, floatWords[0], floatWords[1]);
}

export function traceOutput(stream: number, bytes: number): void {
  writer?.record(TraceKind.outputWritten, 0, stream, bytes);
}

export function traceRunning(): void {
  writer?.recordVital(TraceKind.running, 0);
}

export function traceSignal(signal: number): void {
  writer?.recordVital(TraceKind.signalReceived, 0, signal);
}

/** A green thread begins; events that follow are its own while the scheduler says so. */
export function traceThreadStarted(thread: number, name: string): void {
  writer?.recordWithText(TraceKind.threadStarted, thread, name);
}

export function traceThreadEnded(thread: number): void {
  writer?.recordVital(TraceKind.threadEnded, thread);
}

/** Tells whose events come next; the main thread is 0. */
export function traceThread(thread: number): void {
  if (writer !== null) writer.thread = thread;
}
