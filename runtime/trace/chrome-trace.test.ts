import { expect, test } from 'vitest';
import { z } from 'zod';
import { chromeTraceOf } from './chrome-trace';
import type { TraceEvent } from './event';
import { viewOf } from './run-view';

/* The trace event format, as far as Perfetto's importer asks for it: what each phase must have. */

const base = { name: z.string().min(1), pid: z.int(), tid: z.int(), ts: z.number().min(0), cat: z.string().optional() };
const args = z.record(z.string(), z.union([z.string(), z.number()])).optional();
const schema = z.strictObject({
  displayTimeUnit: z.enum(['ms', 'ns']),
  otherData: z.record(z.string(), z.string()),
  traceEvents: z.array(
    z.discriminatedUnion('ph', [
      z.strictObject({ ...base, ph: z.literal('X'), dur: z.number().min(0), args }),
      z.strictObject({
        ...base,
        ph: z.literal('M'),
        name: z.enum(['process_name', 'process_sort_index', 'thread_name']),
        args: z.union([z.strictObject({ name: z.string() }), z.strictObject({ sort_index: z.int() })]),
      }),
      z.strictObject({ ...base, ph: z.literal('i'), s: z.enum(['g', 'p', 't']), args }),
      z.strictObject({ ...base, ph: z.enum(['b', 'e']), id: z.string().min(1), cat: z.string().min(1), args }),
      z.strictObject({ ...base, ph: z.literal('s'), id: z.string().min(1), cat: z.string().min(1), args }),
      z.strictObject({ ...base, ph: z.literal('f'), id: z.string().min(1), cat: z.string().min(1), bp: z.literal('e'), args }),
      z.strictObject({ ...base, ph: z.literal('C'), id: z.string(), args: z.record(z.string(), z.number()) }),
    ]),
  ),
});

const place = { file: 'main.ts', line: 7, column: 3 };
const events: readonly TraceEvent[] = (
  [
    { type: 'process/spawned', pid: 1, parentPid: 0, name: 'MainProcess' },
    { type: 'process/running', pid: 1 },
    { type: 'object/made', pid: 1, object: 64, kind: 'lock', name: 'a' },
    { type: 'object/made', pid: 1, object: 128, kind: 'queue', name: 'q' },
    { type: 'process/spawned', pid: 2, parentPid: 1, name: 'worker' },
    { type: 'wait/began', pid: 1, reason: 'join', object: 2, deadlineMs: null },
    { type: 'process/running', pid: 2 },
    { type: 'thread/started', pid: 2, threadStarted: 1, name: 'Thread-1' },
    { type: 'lock/acquired', pid: 2, object: 64, value: 0 },
    { type: 'message/sent', pid: 2, object: 128, position: 0, bytes: 12 },
    { type: 'message/received', pid: 1, object: 128, position: 0, bytes: 12 },
    { type: 'message/sent', pid: 2, object: 128, position: 12, bytes: 5 },
    { type: 'value/written', pid: 2, object: 192, element: 0, value: Number.NaN },
    { type: 'output/written', pid: 2, stream: 'stdout', bytes: 3 },
    { type: 'signal/sent', pid: 2, senderPid: 0, signal: 9 },
    { type: 'trace/lost', pid: 2, count: 4 },
    { type: 'process/exited', pid: 2, exitcode: -9 },
  ] as const
).map((event, index) => ({ ...event, index, timeMs: index / 4, thread: 0, place }));

const trace = chromeTraceOf(viewOf(events), events);

test('is what the trace event format asks for, also after a way through JSON', () => {
  expect(schema.safeParse(JSON.parse(JSON.stringify(trace))).error).toBeUndefined();
});

test('has a track for each process and thread, with what they waited for', () => {
  const names = trace.traceEvents
    .filter(({ name }) => name.endsWith('_name'))
    .map(({ pid, tid, args }) => [pid, tid, args?.['name']]);
  expect(names).toEqual([
    [1, 0, 'MainProcess'],
    [1, 0, 'MainThread'],
    [2, 0, 'worker'],
    [2, 0, 'MainThread'],
    [2, 1, 'Thread-1'],
  ]);
  expect(trace.traceEvents).toContainEqual({
    ph: 'X',
    name: 'join worker',
    cat: 'wait',
    pid: 1,
    tid: 0,
    ts: 1250,
    dur: 2750,
    args: { file: 'main.ts', line: 7 },
  });
});

test('arrows and locks have two ends, unless the message is still under way', () => {
  const ids = (ph: string) => trace.traceEvents.filter((event) => event.ph === ph).map(({ id }) => id);
  expect(ids('s')).toEqual(['start 2', 'message 0', 'message 1']);
  expect(ids('f')).toEqual(['start 2', 'message 0']);
  expect([ids('b'), ids('e')]).toEqual([['hold 0'], ['hold 0']]);
});
