import { expect, test } from 'vitest';
import type { TraceEvent } from './event';
import { viewOf } from './run-view';
import { findSpot, type Spot } from './spot';

const base = { index: 0, thread: 0, place: null };
const at = (timeMs: number, pid: number) => ({ ...base, timeMs, pid });

const events: TraceEvent[] = [
  { ...at(0, 4101), type: 'process/spawned', parentPid: 4100, name: 'MainProcess' },
  { ...at(1, 4101), type: 'object/made', object: 640, kind: 'queue', name: 'tasks' },
  { ...at(2, 4102), type: 'process/spawned', parentPid: 4101, name: 'worker' },
  { ...at(3, 4102), type: 'wait/began', reason: 'read', object: 640, deadlineMs: null },
  { ...at(4, 4102), type: 'wait/ended', reason: 'read', object: 640 },
  { ...at(5, 4102), type: 'wait/began', reason: 'read', object: 640, deadlineMs: null },
  { ...at(6, 4101), type: 'message/sent', object: 640, position: 0, bytes: 8 },
  { ...at(9, 4102), type: 'message/received', object: 640, position: 0, bytes: 8 },
  { ...at(9, 4102), type: 'wait/ended', reason: 'read', object: 640 },
  { ...at(10, 4101), type: 'wait/began', reason: 'join', object: 4102, deadlineMs: null },
  { ...at(20, 4102), type: 'process/exited', exitcode: 0 },
];

test.each<[title: string, spot: Spot, span: [number, number | null] | null]>([
  ['the life of a process', { process: 'worker' }, [2, 20]],
  ['the longest of its waits', { process: 'worker', waits: 'read' }, [5, 9]],
  ['a wait for something by name', { process: 'worker', waits: 'read', on: 'tasks' }, [5, 9]],
  ['a wait for the end of a process, which lasts', { process: 'MainProcess', waits: 'join', on: 'worker' }, [10, null]],
  ['a message from one to another', { process: 'MainProcess', to: 'worker', on: 'tasks' }, [6, 9]],
  ['no process of that name', { process: 'other' }, null],
  ['no such wait', { process: 'worker', waits: 'join' }, null],
  ['nothing of that name', { process: 'worker', waits: 'read', on: 'results' }, null],
  ['no message to it', { process: 'worker', to: 'MainProcess' }, null],
])('%s', (_title, spot, span) => {
  const found = findSpot(viewOf(events), spot);
  expect(found && [found.fromMs, found.toMs]).toEqual(span);
});
