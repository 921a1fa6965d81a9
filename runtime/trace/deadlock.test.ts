import { expect, test } from 'vitest';
import { explainDeadlock } from './deadlock';
import type { TraceEvent } from './event';
import { viewOf } from './run-view';

type Body<E> = E extends TraceEvent ? Omit<E, 'index' | 'thread' | 'place' | 'timeMs'> & { line?: number } : never;

function explain(...events: Body<TraceEvent>[]) {
  return explainDeadlock(
    viewOf(
      events.map(({ line, ...event }, index) => ({
        ...event,
        index,
        timeMs: index,
        thread: 0,
        place: line === undefined ? null : { file: 'main.ts', line, column: 1 },
      })),
    ),
  );
}

const MAIN = 4101;
const spawned = (pid: number, name: string, parentPid = MAIN) => ({ type: 'process/spawned', pid, name, parentPid }) as const;
const made = (object: number, kind: 'lock' | 'queue' | 'barrier' | 'event' | 'pipe' | 'pool', name = '') =>
  ({ type: 'object/made', pid: MAIN, object, kind, name }) as const;
const waits = (pid: number, reason: 'join' | 'acquire' | 'read' | 'write' | 'sleep' | 'input', object: number, line = 1) =>
  ({ type: 'wait/began', pid, reason, object, deadlineMs: null, line }) as const;
const takes = (pid: number, object: number, line: number) => ({ type: 'lock/acquired', pid, object, value: 0, line }) as const;
const exits = (pid: number, exitcode: number) => ({ type: 'process/exited', pid, exitcode }) as const;
const family = [spawned(MAIN, 'MainProcess', 4100), spawned(1, 'p1'), spawned(2, 'p2')];

test('two locks in two orders: the cycle, with names and lines', () => {
  const found = explain(
    ...family,
    made(64, 'lock', 'a'),
    made(128, 'lock', 'b'),
    takes(1, 64, 7),
    takes(2, 128, 7),
    waits(1, 'acquire', 128, 8),
    waits(2, 'acquire', 64, 8),
    waits(MAIN, 'join', 1, 20),
  );
  expect(found?.kind).toBe('cycle');
  expect(found?.causes.map(({ en }) => en)).toEqual([
    '`p1` holds `a` (taken at line 7) and waits for `b` at line 8',
    '`p2` holds `b` (taken at line 7) and waits for `a` at line 8',
  ]);
  expect(found?.causes[0]?.zh).toBe('`p1` 持有 `a`（在第 7 行取得），在第 8 行等待 `b`');
  expect(found?.others.map(({ en }) => en)).toEqual(['`MainProcess` waits for the end of `p1` at line 20']);
  expect(found?.cycle.map(({ name }) => name)).toEqual(['p1', 'p2']);
  expect(found?.victim?.name).toBe('p2');
});

test('in Chinese, only names in Latin letters have spaces beside them', () => {
  const found = explain(
    ...family,
    made(64, 'lock'),
    takes(1, 64, 7),
    waits(1, 'join', 2, 8),
    waits(2, 'acquire', 64, 9),
    waits(MAIN, 'join', 1, 20),
  );
  expect(found?.causes.map(({ zh }) => zh)).toEqual([
    '`p1` 持有一把锁（在第 7 行取得），在第 8 行等待 `p2` 结束',
    '`p2` 在第 9 行等待一把锁',
  ]);
});

test('a lock taken twice by the same process', () => {
  const found = explain(
    spawned(MAIN, 'MainProcess', 4100),
    made(64, 'lock', 'a'),
    takes(MAIN, 64, 3),
    waits(MAIN, 'acquire', 64, 4),
  );
  expect(found?.kind).toBe('cycle');
  expect(found?.causes[0]?.en).toBe(
    '`MainProcess` holds `a` (taken at line 3) and waits for `a` again at line 4, which it has itself',
  );
});

test('the lock of a process that died', () => {
  const found = explain(
    ...family.slice(0, 2),
    made(64, 'lock', 'a'),
    takes(1, 64, 5),
    exits(1, -9),
    waits(MAIN, 'acquire', 64, 9),
  );
  expect(found?.kind).toBe('deadHolder');
  expect(found?.causes[0]?.en).toContain(
    'waits for `a` at line 9, which `p1` took at line 5 and still had when it died (exit code -9)',
  );
});

test('a child that is joined before what it has put is read', () => {
  const found = explain(...family.slice(0, 2), made(64, 'queue', 'q'), waits(1, 'write', 64), waits(MAIN, 'join', 1, 9));
  expect(found?.kind).toBe('undrained');
  expect(found?.causes.some(({ en }) => en.includes('has put on `q`, and `MainProcess` waits for its end'))).toBe(true);
});

test('messages without a sender, parties without a last, an event that nobody sets', () => {
  const read = explain(spawned(MAIN, 'MainProcess', 4100), made(64, 'pipe', 'here'), waits(MAIN, 'read', 64, 4));
  expect([read?.kind, read?.causes[0]?.en]).toEqual([
    'noSender',
    '`MainProcess` waits for a message from `here` at line 4, and nobody is left to send one',
  ]);
  const party = explain(spawned(MAIN, 'MainProcess', 4100), made(64, 'barrier', 'gate'), waits(MAIN, 'acquire', 64, 4));
  expect(party?.kind).toBe('missingParty');
  const event = explain(spawned(MAIN, 'MainProcess', 4100), made(64, 'event'), waits(MAIN, 'acquire', 64, 4));
  expect([event?.kind, event?.causes[0]?.en]).toEqual([
    'noNotifier',
    '`MainProcess` waits for an event at line 4, and nobody is left to set it',
  ]);
});

test('a task that a worker died with', () => {
  const found = explain(
    ...family.slice(0, 2),
    made(64, 'pool', 'pool'),
    { type: 'message/sent', pid: MAIN, object: 64, position: 0, bytes: 10 },
    { type: 'message/received', pid: 1, object: 64, position: 0, bytes: 10 },
    exits(1, -9),
    waits(MAIN, 'acquire', 64, 6),
  );
  expect([found?.kind, found?.causes[0]?.en.includes('`p1` had taken when it died')]).toEqual(['lostTask', true]);
});

test('nothing is said while somebody runs, sleeps for a time, or waits for input', () => {
  const lock = [made(64, 'lock', 'a'), takes(1, 64, 5), waits(MAIN, 'acquire', 64)] as const;
  expect(explain(...family.slice(0, 2), ...lock)).toBeNull();
  expect(explain(...family.slice(0, 2), ...lock, waits(1, 'input', 0))).toBeNull();
  expect(explain(...family.slice(0, 2), ...lock, { ...waits(1, 'read', 0), deadlineMs: 90 })).toBeNull();
  expect(explain(...family.slice(0, 2), exits(1, 0), exits(MAIN, 0))).toBeNull();
});
