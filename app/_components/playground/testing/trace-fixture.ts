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
