import { expect, test } from 'vitest';
import type { DecodedEvent } from './decode';
import { Queries } from './queries';
import { Recording } from './recording';

const LOCK = 4096;

function happened(...events: readonly (Partial<DecodedEvent> & { type: DecodedEvent['type']; timeMs: number; pid: number })[]) {
  const recording = new Recording();
  recording.appendEvents(events.map((event) => ({ thread: 0, place: null, ...event }) as DecodedEvent));
  return new Queries(recording.events);
}

function life(pid: number, name: string, spawned: number, running: number, exited: number) {
  return [
    { type: 'process/spawned', pid, timeMs: spawned, parentPid: 4101, name } as const,
    { type: 'process/running', pid, timeMs: running } as const,
    { type: 'process/exited', pid, timeMs: exited, exitcode: 0 } as const,
  ];
}

const main = { type: 'process/spawned', pid: 4101, timeMs: 0, parentPid: 4100, name: 'MainProcess' } as const;

test('processes one after another did not overlap, and by how much', () => {
  const queries = happened(main, ...life(4102, 'b', 1, 2, 10), ...life(4103, 'c', 22, 24, 30));
  expect(queries.overlapped('b', 'c')).toEqual({
    yes: false,
    seen: { en: '`c` started 12 ms after `b` had ended', zh: '`c` 在 `b` 结束 12 ms 之后才开始' },
  });
  expect(queries.overlapped('c', 'b').yes).toBe(false);
  expect(queries.overlapped('b', 'd')).toMatchObject({ yes: false, seen: { en: '`d` never ran' } });
});

test('processes side by side overlapped', () => {
  const queries = happened(main, ...life(4102, 'b', 1, 2, 30), ...life(4103, 'c', 4, 35, 40));
  expect(queries.overlapped('b', 'c')).toMatchObject({ yes: true, seen: { en: '`b` and `c` ran together for 26 ms' } });
  expect(queries.overlapped('b', 'c', 27).yes).toBe(false);
  expect(queries.ranChildren(2).yes).toBe(true);
  expect(queries.ranChildren(3)).toMatchObject({ yes: false, seen: { en: '2 children ran: b, c' } });
});

test('who held the lock when something happened', () => {
  const write = { type: 'value/written', pid: 4102, object: 8192, element: 0, value: 1 } as const;
  const queries = happened(
    main,
    ...life(4102, 'b', 1, 2, 90),
    ...life(4103, 'c', 1, 2, 90),
    { type: 'object/made', pid: 4101, timeMs: 0.5, object: LOCK, kind: 'lock', name: 'lock' },
    { type: 'lock/acquired', pid: 4102, timeMs: 10, object: LOCK, value: 0 },
    { ...write, timeMs: 11 },
    { type: 'lock/released', pid: 4102, timeMs: 12, object: LOCK, value: 1 },
    { ...write, timeMs: 13 },
    { type: 'lock/acquired', pid: 4103, timeMs: 14, object: LOCK, value: 0 },
    { ...write, timeMs: 15, place: { file: 'main.ts', line: 7, column: 3 } },
  );
  const answers = queries.eventsOf('b', 'value/written').map((event) => queries.heldDuring('lock', event));
  expect(answers.map(({ yes, seen }) => [yes, seen.en])).toEqual([
    [true, '`b` held `lock`'],
    [false, 'nobody held `lock`'],
    [false, '`lock` was held by `c`, not by `b` at line 7'],
  ]);
});

test('what a value was at last, and whether a lock guarded it', () => {
  const made = { pid: 4101, timeMs: 0.5 } as const;
  const write = { type: 'value/written', pid: 4102, object: 8192, element: 0 } as const;
  const queries = happened(
    main,
    ...life(4102, 'b', 1, 2, 90),
    { type: 'object/made', ...made, object: LOCK, kind: 'lock', name: 'lock' },
    { type: 'object/made', ...made, object: 8192, kind: 'value', name: 'sum' },
    { type: 'lock/acquired', pid: 4102, timeMs: 10, object: LOCK, value: 0 },
    { ...write, timeMs: 11, value: 1 },
    { type: 'lock/released', pid: 4102, timeMs: 12, object: LOCK, value: 1 },
  );
  expect(queries.lastValue('sum')).toBe(1);
  expect(queries.guarded('sum', 'lock')).toMatchObject({
    yes: true,
    seen: { en: 'of what was recorded, `lock` was held around every write (1)' },
  });
  expect(queries.guarded('other', 'lock').yes).toBe(false);
  const unknown = [
    { type: 'trace/lost', pid: 4102, timeMs: 13, count: 9, thread: 0, place: null, index: 8 } as const,
    { ...write, timeMs: 14, value: 5, thread: 0, place: null, index: 9 },
  ];
  expect(new Queries([...queries.events, ...unknown]).guarded('sum', 'lock').yes).toBe(true);
  expect(
    new Queries([...queries.events, { ...write, timeMs: 20, value: 2, thread: 0, place: null, index: 9 }]).guarded('sum', 'lock'),
  ).toMatchObject({ yes: false, seen: { en: 'nobody held `lock`' } });
});

test('threads count that started, and those that did something', () => {
  const started = { type: 'thread/started', pid: 4101, timeMs: 1, threadStarted: 1, name: 'a' } as const;
  const wait = { type: 'wait/began', pid: 4101, timeMs: 2, reason: 'sleep', object: 0, deadlineMs: null } as const;
  const queries = happened(main, started, { ...wait, thread: 1 }, { ...wait, thread: 2 }, wait);
  expect([queries.threadsOf('MainProcess'), queries.threadsOf('b')]).toEqual([2, 0]);
});

test('how many tasks were under way, and how many children slept', () => {
  const pool = { object: 640, bytes: 12 };
  const sleep = { type: 'wait/began', reason: 'sleep', object: 0, deadlineMs: null } as const;
  const queries = happened(
    main,
    ...life(4102, 'b', 1, 2, 90),
    ...life(4103, 'c', 1, 2, 90),
    { type: 'object/made', pid: 4101, timeMs: 2, object: 640, kind: 'pool', name: 'pool' },
    { type: 'message/sent', pid: 4101, timeMs: 3, position: 0, ...pool },
    { type: 'message/sent', pid: 4101, timeMs: 4, position: 12, ...pool },
    { type: 'message/received', pid: 4102, timeMs: 5, position: 0, ...pool },
    { ...sleep, pid: 4102, timeMs: 6 },
    { ...sleep, pid: 4103, timeMs: 7 },
    { type: 'wait/ended', pid: 4102, timeMs: 8, reason: 'sleep', object: 0 },
    { type: 'message/sent', pid: 4102, timeMs: 9, position: 24, ...pool },
    { type: 'message/received', pid: 4101, timeMs: 10, position: 24, ...pool },
    { type: 'message/sent', pid: 4101, timeMs: 11, position: 36, ...pool },
  );
  expect([queries.mostUnderWay('MainProcess'), queries.mostUnderWay('c'), queries.mostAsleep()]).toEqual([2, 0, 2]);
});

test('messages are paired by where they begin in the stream', () => {
  const at = { object: 640, bytes: 12 };
  const queries = happened(
    main,
    { type: 'object/made', pid: 4101, timeMs: 0.5, object: 640, kind: 'queue', name: 'q' },
    { type: 'message/sent', pid: 4101, timeMs: 1, position: 0, ...at },
    { type: 'message/sent', pid: 4101, timeMs: 2, position: 12, ...at },
    { type: 'message/received', pid: 4102, timeMs: 3, position: 0, ...at },
  );
  expect(queries.messages('q').map(({ received }) => received?.timeMs ?? null)).toEqual([3, null]);
});

test('a message may have been received before its sender came to note it', () => {
  const at = { object: 640, bytes: 12, position: 0 };
  const queries = happened(
    main,
    { type: 'object/made', pid: 4101, timeMs: 0.5, object: 640, kind: 'queue', name: 'q' },
    { type: 'message/received', pid: 4102, timeMs: 3, ...at },
    { type: 'message/sent', pid: 4101, timeMs: 4, ...at },
  );
  expect(queries.messages('q').map(({ sent, received }) => [sent.timeMs, received?.timeMs])).toEqual([[3, 3]]);
});

test('how often a process printed, and how much one sent to another', () => {
  const pipe = { object: 8192, bytes: 7 } as const;
  const queries = happened(
    main,
    ...life(4102, 'b', 1, 2, 90),
    { type: 'message/sent', pid: 4101, timeMs: 3, ...pipe, position: 0 },
    { type: 'message/received', pid: 4102, timeMs: 4, ...pipe, position: 0 },
    { type: 'message/sent', pid: 4101, timeMs: 5, ...pipe, position: 7 },
    { type: 'output/written', pid: 4102, timeMs: 6, stream: 'stdout', bytes: 5 },
    { type: 'output/written', pid: 4102, timeMs: 7, stream: 'stderr', bytes: 9 },
  );
  expect(queries.wrote('b', 1)).toMatchObject({ yes: true, seen: { en: '`b` printed once' } });
  expect(queries.wrote('MainProcess', 1)).toMatchObject({ yes: false, seen: { en: '`MainProcess` printed nothing' } });
  expect(queries.sent('MainProcess', 'b', 1).yes).toBe(true);
  expect(queries.sent('MainProcess', 'b', 2)).toMatchObject({
    yes: false,
    seen: { en: 'one message from `MainProcess` reached `b`', zh: '有 1 条消息从 `MainProcess` 到达 `b`' },
  });
  expect(queries.sent('b', 'MainProcess', 1).seen.en).toBe('no message from `b` reached `MainProcess`');
});

test('processes that were left are named', () => {
  const [spawned] = life(4102, 'b', 1, 2, 3);
  const queries = happened(main, spawned!);
  expect(queries.allEnded().seen).toEqual({ en: 'still alive: `MainProcess`, `b`', zh: '仍在运行：`MainProcess`、`b`' });
});
