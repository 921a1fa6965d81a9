import { TraceRecord } from '../memory/layout';
import { STAMPS_PER_MS } from '../memory/memory';
import { WaitKind } from '../memory/parker';
import { TEXT_BYTES_PER_RECORD, TraceKind } from '../memory/trace-ring';
import { exitCodeOfStatus } from '../memory/wait-status';
import type { ObjectKind, PartRole, Place, TraceEvent, WaitReason } from './event';

/** Pid that stands for the reader and the kernel. */
const OUTSIDE_PID = 4100;
const OBJECT_KINDS: readonly ObjectKind[] = [
  'unknown',
  'lock',
  'rlock',
  'semaphore',
  'condition',
  'event',
  'barrier',
  'pipe',
  'queue',
  'value',
  'array',
  'pool',
  'manager',
  'listener',
  'region',
];
const ROLES: readonly PartRole[] = ['other', 'readLock', 'writeLock', 'free', 'unfinished', 'peer', 'lock', 'waiters'];
const REASONS: Readonly<Record<number, WaitReason>> = {
  [WaitKind.sleep]: 'sleep',
  [WaitKind.processExit]: 'join',
  [WaitKind.pipeRead]: 'read',
  [WaitKind.pipeWrite]: 'write',
  [WaitKind.semaphore]: 'acquire',
  [WaitKind.ready]: 'ready',
  [WaitKind.input]: 'input',
  [WaitKind.output]: 'output',
  [WaitKind.task]: 'read',
  [WaitKind.taskResult]: 'read',
};
const WORD_BYTES = 4;
const HANDLE_KIND_BITS = 7;

type Body<E> = E extends TraceEvent ? Omit<E, 'index'> : never;
/** An event before it has its number. */
export type DecodedEvent = Body<TraceEvent>;

/**
 * Turns a batch of the kernel into events, in the order of their times. Nothing it says is believed: what does not make sense
 * is left out.
 *
 * @param files - names of the program's modules, in the order of its image.
 */
export function decodeTrace(batch: Int32Array, files: readonly string[]): DecodedEvent[] {
  const events: DecodedEvent[] = [];
  for (const { pid, from, to } of runsOf(batch)) {
    for (let base = from; base < to; base += TraceRecord.words) {
      const event = decodeRecord(batch, base, to, pid, files);
      if (event !== null) events.push(event);
    }
  }
  // Every process recorded its own in order; a stable sort merges them and keeps that.
  return events.sort((a, b) => a.timeMs - b.timeMs);
}

/** Without these, later events would be of nobody and of nothing. */
const NAMING: ReadonlySet<number> = new Set([TraceKind.processSpawned, TraceKind.objectMade, TraceKind.objectPart]);

/** What a batch says about who is who, as a batch, and how many events are left out. */
export function namesOf(batch: Int32Array): { readonly names: Int32Array; readonly omitted: number } {
  const names: number[] = [];
  let omitted = 0;
  for (const { pid, from, to } of runsOf(batch)) {
    const header = names.push(pid, 0) - 1;
    let isKept = false;
    for (let base = from; base < to; base += TraceRecord.words) {
      const kind = (batch[base] ?? 0) & 0xff;
      // A text belongs to the record before it.
      if (kind !== TraceKind.text) isKept = NAMING.has(kind);
      if (isKept) names.push(...batch.subarray(base, base + TraceRecord.words));
      else if (kind === TraceKind.lost) omitted += batch[base + TraceRecord.a] ?? 0;
      else if (kind !== TraceKind.text) omitted++;
    }
    names[header] = names.length - header - 1;
    if (names[header] === 0) names.length -= 2;
  }
  return { names: Int32Array.from(names), omitted };
}

/** The parts of a batch that are of one process, up to the first that makes no sense. */
function* runsOf(batch: Int32Array): Generator<{ readonly pid: number; readonly from: number; readonly to: number }> {
  for (let at = 0; at + 2 <= batch.length; ) {
    const [pid = 0, length = 0] = batch.subarray(at, at + 2);
    const from = at + 2;
    const to = from + length;
    if (length <= 0 || to > batch.length || length % TraceRecord.words !== 0) return;
    yield { pid, from, to };
    at = to;
  }
}

function decodeRecord(words: Int32Array, base: number, end: number, pid: number, files: readonly string[]): DecodedEvent | null {
  const field = (offset: number) => words[base + offset] ?? 0;
  const kind = field(TraceRecord.kind);
  const object = field(TraceRecord.object);
  const a = field(TraceRecord.a);
  const b = field(TraceRecord.b);
  const common = {
    timeMs: (field(TraceRecord.time) >>> 0) / STAMPS_PER_MS,
    pid,
    thread: kind >>> 8,
    place: placeOf(field(TraceRecord.place), files),
  };
  const text = () => textAfter(words, base, end, field(TraceRecord.d));
  switch (kind & 0xff) {
    case TraceKind.lost:
      return { ...common, place: null, type: 'trace/lost', count: a };
    case TraceKind.running:
      return { ...common, type: 'process/running' };
    case TraceKind.waitBegan:
      return {
        ...common,
        type: 'wait/began',
        reason: reasonOf(a),
        object: waitedFor(a, object),
        deadlineMs: b < 0 ? null : b,
      };
    case TraceKind.waitEnded:
      return { ...common, type: 'wait/ended', reason: reasonOf(a), object: waitedFor(a, object) };
    case TraceKind.objectMade:
      return { ...common, type: 'object/made', object, kind: OBJECT_KINDS[a] ?? 'unknown', name: text() };
    case TraceKind.objectPart:
      return { ...common, type: 'object/joined', object, whole: a, role: ROLES[b] ?? 'other' };
    case TraceKind.acquired:
      return { ...common, type: 'lock/acquired', object, value: a };
    case TraceKind.released:
      return { ...common, type: 'lock/released', object, value: a };
    case TraceKind.sent:
      return { ...common, type: 'message/sent', object, position: a >>> 0, bytes: b };
    case TraceKind.received:
      return { ...common, type: 'message/received', object, position: a >>> 0, bytes: b };
    case TraceKind.valueWritten:
      return { ...common, type: 'value/written', object, element: a, value: floatOf(b, field(TraceRecord.c)) };
    case TraceKind.outputWritten:
      return { ...common, type: 'output/written', stream: a === 1 ? 'stdout' : 'stderr', bytes: b };
    case TraceKind.signalReceived:
      return { ...common, type: 'signal/received', signal: a };
    case TraceKind.threadStarted:
      return { ...common, type: 'thread/started', threadStarted: object, name: text() };
    case TraceKind.threadEnded:
      return { ...common, type: 'thread/ended', threadEnded: object };
    case TraceKind.processSpawned:
      return { ...common, type: 'process/spawned', parentPid: object, name: text() };
    case TraceKind.processExited:
      return { ...common, type: 'process/exited', exitcode: exitCodeOfStatus(a) };
    case TraceKind.signalSent:
      return { ...common, type: 'signal/sent', senderPid: object === OUTSIDE_PID ? 0 : object, signal: a };
    default:
      return null;
  }
}

function reasonOf(kind: number): WaitReason {
  return REASONS[kind] ?? 'other';
}

/** What a wait is for, as the offset other events use: semaphores and pools wait by word, pipes by handle. */
function waitedFor(kind: number, object: number): number {
  switch (kind) {
    case WaitKind.semaphore:
    case WaitKind.task:
    case WaitKind.taskResult:
      return object * WORD_BYTES;
    case WaitKind.pipeRead:
    case WaitKind.pipeWrite:
      return object & ~HANDLE_KIND_BITS;
    case WaitKind.processExit:
      return object;
    default:
      return 0;
  }
}

const COLUMN_BITS = 8;
const LINE_BITS = 16;

function placeOf(code: number, files: readonly string[]): Place | null {
  const file = files[code >>> (LINE_BITS + COLUMN_BITS)];
  if (code === 0 || file === undefined) return null;
  return { file, line: (code >>> COLUMN_BITS) & ((1 << LINE_BITS) - 1), column: code & ((1 << COLUMN_BITS) - 1) };
}

function textAfter(words: Int32Array, base: number, end: number, byteLength: number): string {
  const bytes = new Uint8Array(Math.max(0, Math.min(byteLength, 1024)));
  let filled = 0;
  for (let record = base + TraceRecord.words; record < end && filled < bytes.length; record += TraceRecord.words) {
    if (((words[record] ?? 0) & 0xff) !== TraceKind.text) break;
    const from = words.byteOffset + (record + TraceRecord.place) * WORD_BYTES;
    const piece = new Uint8Array(words.buffer, from, Math.min(TEXT_BYTES_PER_RECORD, bytes.length - filled));
    bytes.set(piece, filled);
    filled += piece.length;
  }
  return new TextDecoder().decode(bytes.subarray(0, filled));
}

const floatWords = new Int32Array(2);
const float = new Float64Array(floatWords.buffer);

function floatOf(low: number, high: number): number {
  floatWords[0] = low;
  floatWords[1] = high;
  return float[0] ?? 0;
}
