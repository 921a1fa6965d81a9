/** Names the words of a structure: each field with its length in words gets its offset; `words` is the whole length. */
export function layout<const F extends Record<string, number>>(fields: F): Layout<F> {
  let words = 0;
  const offsets: Record<string, number> = {};
  for (const [name, length] of Object.entries(fields)) {
    offsets[name] = words;
    words += length;
  }
  return { ...offsets, words } as Layout<F>;
}

export type Layout<F> = { readonly [K in keyof F]: number } & { readonly words: number };

export const WORD_BYTES = 4;

/** Most processes alive at once; the next one gets EAGAIN, as `fork` gives. */
export const MAX_LIVE_PROCESSES = 64;

/** Slots in the process table: the living, the warm workers, zombies, and the killed that may still run for a while. */
export const MAX_SLOTS = 160;

/** A wait set is a bitmap with one bit for each slot. */
export const WAIT_SET_WORDS = MAX_SLOTS / 32;

/** Room for the words that explain a long wait. */
export const NOTE_WORDS = 32;

export const OUTPUT_RING_BYTES = 64 * 1024;

/** Events that a process can leave behind before the kernel has fetched them; a power of two. */
export const TRACE_RING_RECORDS = 512;

/**
 * The first words of a machine's memory.
 *
 * | field | meaning |
 * | --- | --- |
 * | epochLow, epochHigh | the machine's time zero, a float64 of `performance.timeOrigin + performance.now()` |
 * | doorbell | counts everything that wants the kernel's attention |
 * | kernelWaits | 1 while the kernel sleeps on its doorbell, so that others may skip `notify` |
 * | outputTicket | gives every output record its place in the order of all |
 * | outputWanted | 1 while the kernel wants to hear of output |
 * | imageOffset, imageLength | the program's bytes |
 * | usedSlots | slots from here on have never had a worker, so nobody need look at them |
 * | requests | bitmap of slots with a pending system call |
 */
export const Header = layout({
  epochLow: 1,
  epochHigh: 1,
  doorbell: 1,
  kernelWaits: 1,
  outputTicket: 1,
  outputWanted: 1,
  imageOffset: 1,
  imageLength: 1,
  usedSlots: 1,
  requests: WAIT_SET_WORDS,
});

/**
 * One row of the process table. A slot belongs to one worker as long as that serves this machine.
 *
 * | field | written by | meaning |
 * | --- | --- | --- |
 * | state | both | see `SlotState` |
 * | control | kernel, others | bits of `Control` |
 * | park | anybody | the park word: a bell that counts; only this slot's worker sleeps on it |
 * | parked | process | see `Parked`; lets wakers skip `notify` and the kernel see who sleeps for ever |
 * | pid, parentPid | kernel | |
 * | status | kernel | POSIX wait status, `RUNNING` while the process lives |
 * | reaped | parent | 1 once the status was collected |
 * | exitWaiters | anybody | wait set of those who wait for this process to end |
 * | wait | both | the semaphore this process waits on alone; negated: it was handed to it; `WAIT_CLOSED`: nothing can be |
 * | waitSince | process | when it began, in 10 µs |
 * | waitKind, waitObject | process | what the wait is for, for the detector |
 * | request, call, args, result, errno | both | the mailbox of system calls |
 * | payload, payloadBytes | kernel | the spawn block handed to this process |
 * | bootstrapped | process | 1 once the program was loaded and the target is about to run |
 * | note, noteBytes | process | words that explain a long wait (`main.ts:7:3`), for the detector |
 * | outputHead, outputTail | kernel / process | the output ring's read and write positions |
 * | outputBlocked | process | 1 while it sleeps because its output ring is full |
 * | traceHead, traceTail | kernel / process | records read and written, modulo 2³² |
 */
export const Slot = layout({
  state: 1,
  control: 1,
  park: 1,
  parked: 1,
  pid: 1,
  parentPid: 1,
  status: 1,
  reaped: 1,
  exitWaiters: WAIT_SET_WORDS,
  wait: 1,
  waitSince: 1,
  waitKind: 1,
  waitObject: 1,
  request: 1,
  call: 1,
  args: 6,
  result: 1,
  errno: 1,
  payload: 1,
  payloadBytes: 1,
  bootstrapped: 1,
  noteBytes: 1,
  note: NOTE_WORDS,
  outputHead: 1,
  outputTail: 1,
  outputBlocked: 1,
  traceHead: 1,
  traceTail: 1,
  onInterrupt: 1,
  serves: 1,
});

export const SlotState = {
  /** No worker. */
  empty: 0,
  /** A worker is being made. */
  warming: 1,
  /** A warm worker sleeps here. */
  idle: 2,
  /** A process lives here (or will, as soon as its worker is up). */
  live: 3,
  /** The worker will never touch shared memory again. */
  halted: 4,
  /** As `halted`, and it has run nobody's code: it can serve another machine. */
  released: 5,
} as const;

export const Control = { killed: 1, interrupted: 2 } as const;

/** What an interrupt does to a process. */
export const OnInterrupt = {
  /** A KeyboardInterrupt is raised. */
  raise: 0,
  /** Nothing. */
  ignore: 1,
  /** It ends the process. */
  end: 2,
} as const;
export type OnInterrupt = (typeof OnInterrupt)[keyof typeof OnInterrupt];

export const Parked = { awake: 0, withDeadline: 1, forever: 2 } as const;

export const Request = { none: 0, pending: 1, answered: 2 } as const;

/**
 * One event of a process.
 *
 * | field | meaning |
 * | --- | --- |
 * | kind | `TraceKind`; from bit 8 on the thread |
 * | time | 10 µs since the machine began, wraps |
 * | place | where the program stood (`ModuleRuntime.place`), 0 when unknown |
 * | object | byte offset of the shared object it is about, a pid, or 0 |
 * | a, b, c, d | by kind, see `trace/decode.ts` |
 */
export const TraceRecord = layout({ kind: 1, time: 1, place: 1, object: 1, a: 1, b: 1, c: 1, d: 1 });

/** `Slot.status` of a process that has not ended. No wait status is negative. */
export const RUNNING = -1;

/** `Slot.wait` of a process that has ended: nothing can be handed to it. */
export const WAIT_CLOSED = -0x8000_0000;

/**
 * | field | meaning |
 * | --- | --- |
 * | value | how many may still acquire |
 * | waiters | wait set |
 * | owner | pid of whoever acquired last; stays when that process dies |
 * | place | where in its program it did (`ModuleRuntime.place`) |
 */
export const Semaphore = layout({ value: 1, waiters: WAIT_SET_WORDS, owner: 1, place: 1 });

/**
 * A byte pipe: a ring with free-running positions.
 *
 * | field | meaning |
 * | --- | --- |
 * | head, tail | bytes read and written so far, modulo 2³² |
 * | readers, writers | how many processes hold each end; kept by the kernel |
 * | readGuard, writeGuard | slot + 1 of the process that moves `head` or `tail`; bit 16: others wait for the guard |
 * | readWaiters, writeWaiters | wait sets |
 * | watched | 1 when the kernel is at one end and wants to hear of every step |
 * | kind | see `PipeKind` |
 * | sent, taken | of a socket: messages begun and messages read, modulo 2³² |
 * | ring | as many bytes as `ringBytes` says for its kind |
 */
export const Pipe = layout({
  head: 1,
  tail: 1,
  readers: 1,
  writers: 1,
  readGuard: 1,
  writeGuard: 1,
  readWaiters: WAIT_SET_WORDS,
  writeWaiters: WAIT_SET_WORDS,
  watched: 1,
  kind: 1,
  sent: 1,
  taken: 1,
  ring: 0,
});

/** A pipe proper, or one direction of a pair of sockets, of which CPython makes a `Pipe()` that goes both ways. */
export const PipeKind = { pipe: 0, socket: 1 } as const;
export type PipeKind = (typeof PipeKind)[keyof typeof PipeKind];

/** What a pipe holds, on Linux and here. */
export const PIPE_BYTES = 64 * 1024;

/** The room for a socket's bytes: a power of two, and more than it may hold. */
const SOCKET_RING_BYTES = 256 * 1024;

export function ringBytes(kind: PipeKind): number {
  return kind === PipeKind.socket ? SOCKET_RING_BYTES : PIPE_BYTES;
}

/**
 * | field | meaning |
 * | --- | --- |
 * | pending | connections nobody has accepted yet; −1 once closed |
 * | waiters | wait set |
 */
export const Listener = layout({ pending: 1, waiters: WAIT_SET_WORDS });

/** Tasks of one pool that can be under way at once; a power of two. */
export const BOARD_TASKS = 4096;

/**
 * A task on a board.
 *
 * | field | written by | meaning |
 * | --- | --- | --- |
 * | state | both | a tag of `TaskState`; above it, from 2 bits on, the pid of the worker that has it |
 * | kind | both | first what kind of task it is, then what kind of result |
 * | offset, length | both | where the bytes are: of the task, then of the result |
 * | capacity | parent | bytes that the result may have to lie where the task lay |
 * | serial | parent | pairs the task with its result in the trace |
 */
export const BoardTask = layout({ state: 1, kind: 1, offset: 1, length: 1, capacity: 1, serial: 1 });

/**
 * The board of a pool: one process posts tasks, its workers take them and leave results.
 *
 * | field | written by | meaning |
 * | --- | --- | --- |
 * | posted | parent | tasks posted so far |
 * | taken | workers | of those, all before this have been taken |
 * | finished | workers | results so far, or one less for a moment |
 * | isClosed | parent | 1 when there will be no more tasks |
 * | seeker | workers | slot + 1 of the worker that looks for a task without sleeping |
 * | wakeAt | parent | it wants to be woken by the result that brings `finished` to this |
 * | idle | workers | wait set of those that sleep until there is a task |
 * | collectors | parent | wait set for results |
 * | ready | parent | ring of tasks in the order in which they were posted |
 * | results | both | ring of tasks, plus one, in the order in which they were finished; empty: minus the number of the round |
 * | tasks | both | see `BoardTask` |
 */
export const Board = layout({
  posted: 1,
  taken: 1,
  finished: 1,
  isClosed: 1,
  seeker: 1,
  wakeAt: 1,
  idle: WAIT_SET_WORDS,
  collectors: WAIT_SET_WORDS,
  ready: BOARD_TASKS,
  results: BOARD_TASKS,
  tasks: BOARD_TASKS * BoardTask.words,
});

const SLOTS = alignWords(Header.words);
const OUTPUT_RINGS = alignWords(SLOTS + MAX_SLOTS * Slot.words);

const TRACE_RINGS = OUTPUT_RINGS + (MAX_SLOTS * OUTPUT_RING_BYTES) / WORD_BYTES;

/** Where the allocator's heap begins, in bytes. */
export const HEAP_OFFSET = (TRACE_RINGS + MAX_SLOTS * TRACE_RING_RECORDS * TraceRecord.words) * WORD_BYTES;

/** Word index of a slot's first field. */
export function slotBase(slot: number): number {
  return SLOTS + slot * Slot.words;
}

/** Byte offset of a slot's output ring. */
export function outputRing(slot: number): number {
  return OUTPUT_RINGS * WORD_BYTES + slot * OUTPUT_RING_BYTES;
}

/** Word index of a slot's ring of events. */
export function traceRing(slot: number): number {
  return TRACE_RINGS + slot * TRACE_RING_RECORDS * TraceRecord.words;
}

function alignWords(words: number): number {
  return (words + 15) & ~15;
}
