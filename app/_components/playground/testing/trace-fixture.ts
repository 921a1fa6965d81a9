import { Recording, type TraceEvent } from '@/runtime';

type Body<E> = E extends TraceEvent ? Omit<E, 'index' | 'thread' | 'place'> & { line?: number; thread?: number } : never;

/** A recording with these events, for tests. */
export function recordingOf(events: readonly Body<TraceEvent>[]): Recording {
  const recording = new Recording(['main.ts']);
  appendTo(recording, events);
  return recording;
}

export function appendTo(recording: Recording, events: readonly Body<TraceEvent>[]): void {
  recording.appendEvents(
    events.map(({ line, thread = 0, ...event }) => ({
      ...event,
      thread,
      place: line === undefined ? null : { file: 'main.ts', line, column: 1 },
    })),
  );
}

/** MainProcess (4101) starts a child (4102) at line 10, which sleeps at line 4 from 12 to 30 ms, and joins it at line 11. */
export const startAndJoin: readonly Body<TraceEvent>[] = [
  { timeMs: 0, pid: 4101, type: 'process/spawned', parentPid: 4100, name: 'MainProcess' },
  { timeMs: 4, pid: 4101, type: 'process/running' },
  { timeMs: 8, pid: 4102, type: 'process/spawned', parentPid: 4101, name: 'worker' },
  { timeMs: 10, pid: 4101, type: 'wait/began', reason: 'join', object: 4102, deadlineMs: null, line: 11 },
  { timeMs: 11, pid: 4102, type: 'process/running' },
  { timeMs: 12, pid: 4102, type: 'wait/began', reason: 'sleep', object: 0, deadlineMs: 30, line: 4 },
  { timeMs: 30, pid: 4102, type: 'wait/ended', reason: 'sleep', object: 0, line: 4 },
  { timeMs: 31, pid: 4102, type: 'process/exited', exitcode: 3 },
  { timeMs: 32, pid: 4101, type: 'wait/ended', reason: 'join', object: 4102, line: 11 },
  { timeMs: 40, pid: 4101, type: 'process/exited', exitcode: 0 },
];

/** Two processes and a thread with whatever a picture can show: waits of each kind, a lock, messages, output, a kill. */
export const everythingAtOnce: readonly Body<TraceEvent>[] = [
  { timeMs: 0, pid: 4101, type: 'process/spawned', parentPid: 4100, name: 'MainProcess' },
  { timeMs: 4, pid: 4101, type: 'process/running' },
  { timeMs: 5, pid: 4101, type: 'object/made', object: 64, kind: 'lock', name: 'pan', line: 20 },
  { timeMs: 5, pid: 4101, type: 'object/made', object: 128, kind: 'queue', name: 'orders', line: 21 },
  { timeMs: 8, pid: 4102, type: 'process/spawned', parentPid: 4101, name: 'first' },
  { timeMs: 10, pid: 4103, type: 'process/spawned', parentPid: 4101, name: 'second' },
  { timeMs: 11, pid: 4101, type: 'wait/began', reason: 'read', object: 128, deadlineMs: null, line: 26 },
  { timeMs: 12, pid: 4102, type: 'process/running' },
  { timeMs: 13, pid: 4102, type: 'lock/acquired', object: 64, value: 0, line: 5 },
  { timeMs: 14, pid: 4103, type: 'process/running' },
  { timeMs: 15, pid: 4103, type: 'thread/started', threadStarted: 1, name: 'helper', line: 12 },
  { timeMs: 16, pid: 4103, thread: 1, type: 'wait/began', reason: 'sleep', object: 0, deadlineMs: 60, line: 9 },
  { timeMs: 18, pid: 4103, type: 'wait/began', reason: 'acquire', object: 64, deadlineMs: null, line: 13 },
  { timeMs: 20, pid: 4102, type: 'wait/began', reason: 'sleep', object: 0, deadlineMs: 38, line: 6 },
  { timeMs: 38, pid: 4102, type: 'wait/ended', reason: 'sleep', object: 0, line: 6 },
  { timeMs: 39, pid: 4102, type: 'output/written', stream: 'stdout', bytes: 12, line: 7 },
  { timeMs: 40, pid: 4102, type: 'lock/released', object: 64, value: 1, line: 8 },
  { timeMs: 40, pid: 4103, type: 'wait/ended', reason: 'acquire', object: 64, line: 13 },
  { timeMs: 40, pid: 4103, type: 'lock/acquired', object: 64, value: 0, line: 13 },
  { timeMs: 41, pid: 4102, type: 'message/sent', object: 128, position: 0, bytes: 40, line: 9 },
  { timeMs: 42, pid: 4101, type: 'wait/ended', reason: 'read', object: 128, line: 26 },
  { timeMs: 42, pid: 4101, type: 'message/received', object: 128, position: 0, bytes: 40, line: 26 },
  { timeMs: 45, pid: 4102, type: 'process/exited', exitcode: 0 },
  { timeMs: 46, pid: 4101, type: 'wait/began', reason: 'join', object: 4103, deadlineMs: null, line: 27 },
  { timeMs: 60, pid: 4103, thread: 1, type: 'wait/ended', reason: 'sleep', object: 0, line: 9 },
  { timeMs: 61, pid: 4103, type: 'thread/ended', threadEnded: 1 },
  { timeMs: 70, pid: 4103, type: 'signal/sent', senderPid: 0, signal: 9 },
  { timeMs: 71, pid: 4103, type: 'process/exited', exitcode: -9 },
  { timeMs: 72, pid: 4101, type: 'wait/ended', reason: 'join', object: 4103, line: 27 },
  { timeMs: 80, pid: 4101, type: 'process/exited', exitcode: 1 },
];

/** So many processes, of which each but the first sleeps a while and then ends. */
export function crowd(count: number): readonly Body<TraceEvent>[] {
  const events: Body<TraceEvent>[] = [];
  for (let order = 0; order < count; order++) {
    const pid = 4101 + order;
    const name = order === 0 ? 'MainProcess' : `Process-${order}`;
    events.push(
      { timeMs: order, pid, type: 'process/spawned', parentPid: order === 0 ? 4100 : 4101, name },
      { timeMs: order + 2, pid, type: 'process/running' },
      { timeMs: order + 10, pid, type: 'wait/began', reason: 'sleep', object: 0, deadlineMs: null },
      { timeMs: order + 40, pid, type: 'wait/ended', reason: 'sleep', object: 0 },
      { timeMs: order + 50, pid, type: 'process/exited', exitcode: 0 },
    );
  }
  return events.sort((a, b) => a.timeMs - b.timeMs);
}
