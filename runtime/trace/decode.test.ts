import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEAP_OFFSET, Header, Slot, TRACE_RING_RECORDS, slotBase } from '../memory/layout';
import { Memory } from '../memory/memory';
import { WaitKind } from '../memory/parker';
import { TraceKind, TraceWriter, takeTrace } from '../memory/trace-ring';
import { decodeTrace, namesOf } from './decode';
import { MOST_EVENTS, Recording } from './recording';

const SLOT = 3;
const PID = 4107;

function fixture(): { memory: Memory; place: { at: number }; writer: TraceWriter; take: () => Int32Array } {
  const memory = Memory.create(HEAP_OFFSET);
  memory.store(Header.usedSlots, SLOT + 1);
  memory.store(slotBase(SLOT) + Slot.pid, PID);
  const place = { at: 0 };
  const writer = new TraceWriter(memory, SLOT, place);
  const take = () => {
    const words = takeTrace(memory, SLOT);
    return words === null ? new Int32Array() : Int32Array.of(PID, words.length, ...words);
  };
  return { memory, place, writer, take };
}

/** What a program might do, as calls of the writer and as the event that has to come out. */
const deed = fc.oneof(
  fc.record({ type: fc.constant('acquired'), object: fc.nat(), value: fc.nat(9) }),
  fc.record({ type: fc.constant('sent'), object: fc.nat(), position: fc.integer(), bytes: fc.nat() }),
  fc.record({ type: fc.constant('made'), object: fc.nat(), name: fc.string({ unit: 'grapheme', maxLength: 9 }) }),
  fc.record({ type: fc.constant('thread'), thread: fc.nat(200) }),
  fc.record({ type: fc.constant('fetch') }),
) as fc.Arbitrary<
  | { type: 'acquired'; object: number; value: number }
  | { type: 'sent'; object: number; position: number; bytes: number }
  | { type: 'made'; object: number; name: string }
  | { type: 'thread'; thread: number }
  | { type: 'fetch' }
>;

test('what was recorded is what is decoded', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(deed, fc.nat(999), fc.nat(250)), { maxLength: 60 }), (deeds) => {
      const { place, writer, take } = fixture();
      const recording = new Recording(['main.ts', 'work.ts']);
      const expected: object[] = [];
      for (const [one, line, column] of deeds) {
        const file = line % 2;
        place.at = (file << 24) | ((line + 1) << 8) | (column + 1);
        const where = { file: file === 0 ? 'main.ts' : 'work.ts', line: line + 1, column: column + 1 };
        const common = { pid: PID, thread: writer.thread, place: where };
        if (one.type === 'acquired') {
          writer.record(TraceKind.acquired, one.object, one.value);
          expected.push({ ...common, type: 'lock/acquired', object: one.object, value: one.value });
        } else if (one.type === 'sent') {
          writer.record(TraceKind.sent, one.object, one.position, one.bytes);
          expected.push({ ...common, type: 'message/sent', object: one.object, position: one.position >>> 0, bytes: one.bytes });
        } else if (one.type === 'made') {
          writer.recordWithText(TraceKind.objectMade, one.object, one.name, 1);
          const name = new TextDecoder().decode(new TextEncoder().encode(one.name).subarray(0, 48));
          expected.push({ ...common, type: 'object/made', object: one.object, kind: 'lock', name });
        } else if (one.type === 'thread') writer.thread = one.thread;
        else recording.append(take());
      }
      recording.append(take());
      expect(recording.events.map(({ index: _index, timeMs: _timeMs, ...rest }) => rest)).toEqual(expected);
    }),
  );
});

test('what does not fit is counted, and waits still fit', () => {
  const { writer, take } = fixture();
  for (let count = 0; count < TRACE_RING_RECORDS; count++) writer.record(TraceKind.acquired, 8);
  expect(writer.recordVital(TraceKind.waitBegan, 5, WaitKind.sleep, -1)).toBe(true);
  const recording = new Recording(['main.ts']);
  recording.append(take());
  writer.record(TraceKind.acquired, 8);
  recording.append(take());
  const kinds = recording.events.map(({ type }) => type);
  const kept = kinds.filter((type) => type === 'lock/acquired').length;
  expect(kinds.filter((type) => type === 'wait/began')).toHaveLength(1);
  expect(kept + recording.lost).toBe(TRACE_RING_RECORDS + 1);
});

test('of what nobody has asked about for long, the names stay and the rest is counted', () => {
  const { writer, take } = fixture();
  const recording = new Recording(['main.ts']);
  writer.recordWithText(TraceKind.objectMade, 640, 'orders', 1);
  let recorded = 1;
  while (recorded <= 2 * MOST_EVENTS) {
    for (let count = 0; count < 400; count++) writer.record(TraceKind.acquired, 640);
    recorded += 400;
    recording.append(take());
  }
  const { events, lost } = recording;
  expect(events[0]).toMatchObject({ type: 'object/made', name: 'orders' });
  expect(events.length).toBeLessThanOrEqual(MOST_EVENTS);
  expect(events.length + lost).toBe(recorded);
});

test('nonsense is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff }), { maxLength: 100 }), (words) => {
      expect(() => decodeTrace(Int32Array.from(words), ['main.ts'])).not.toThrow();
      expect(() => namesOf(Int32Array.from(words))).not.toThrow();
    }),
  );
  expect(decodeTrace(Int32Array.of(PID, 8, 200, 0, 0, 0, 0, 0, 0, 0), [])).toEqual([]);
});
