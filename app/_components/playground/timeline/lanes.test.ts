import { viewOf } from '@/runtime';
import { expect, test } from 'vitest';
import { recordingOf } from '../testing/trace-fixture';
import { lanesOf } from './lanes';

test('children stand under their parent, threads before them', () => {
  const spawned = (pid: number, parentPid: number, timeMs: number) =>
    ({ timeMs, pid, type: 'process/spawned', parentPid, name: `p${pid}` }) as const;
  const { events } = recordingOf([
    spawned(1, 0, 0),
    spawned(2, 1, 1),
    spawned(3, 1, 2),
    spawned(4, 2, 3),
    { timeMs: 4, pid: 1, type: 'thread/started', threadStarted: 1, name: 'Thread-1' },
  ]);
  const lanes = lanesOf(viewOf(events));
  expect(lanes.map(({ process, thread, depth }) => [thread?.name ?? process.name, depth])).toEqual([
    ['p1', 0],
    ['Thread-1', 1],
    ['p2', 1],
    ['p4', 2],
    ['p3', 1],
  ]);
});
