import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBoxMessage, parseKernelMessage } from './message-schema';

test.each([
  { type: 'box/ready', isolated: true, sharedMemory: false },
  { type: 'machine/failed', machine: 1, reason: 'worker-failed', text: 'why' },
])('the box may say $type', (message) => {
  expect(parseBoxMessage(message)).toEqual(message);
});

test.each([
  { type: 'output/batch', records: new Uint8Array(4) },
  { type: 'process/started', pid: 4101, parentPid: 4100, name: 'MainProcess', timeMs: 0.5 },
  { type: 'process/exited', pid: 4101, status: 9, timeMs: 1 },
  { type: 'input/wanted', wanted: true },
  { type: 'machine/notice', kind: 'deadlock', text: '' },
  { type: 'machine/alive' },
  { type: 'machine/exited', status: 0, timeMs: 2 },
])('a kernel may say $type', (message) => {
  expect(parseKernelMessage(message)).toEqual(message);
});

test.each([
  null,
  undefined,
  'machine/alive',
  [],
  { type: 'machine/alive ' },
  { type: '__proto__' },
  JSON.parse('{ "__proto__": { "type": "machine/alive" } }'),
  { type: 'process/started', pid: 1.5, parentPid: 0, name: '', timeMs: 0 },
  { type: 'process/started', pid: 2 ** 40, parentPid: 0, name: '', timeMs: 0 },
  { type: 'process/started', pid: 1, parentPid: 0, name: 'x'.repeat(1001), timeMs: 0 },
  { type: 'process/exited', pid: 1, status: -1, timeMs: 0 },
  { type: 'process/exited', pid: 1, status: 0, timeMs: NaN },
  { type: 'output/batch', records: 'text' },
  { type: 'output/batch', records: { length: 5, byteLength: 5 } },
  { type: 'machine/notice', kind: 'crashed', text: 'a kind that only the page tells' },
  { type: 'machine/notice', kind: 'deadlock', text: 'x'.repeat(20_001) },
])('what has not the form of a message is dropped: %j', (message: unknown) => {
  expect([parseKernelMessage(message), parseBoxMessage(message)]).toEqual([null, null]);
});

test('nothing more than the form comes through', () => {
  expect(parseKernelMessage({ type: 'machine/alive', onload: 'x', toString: 5 })).toEqual({ type: 'machine/alive' });
});

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.anything({ withMap: true, withTypedArray: true, withNullPrototype: true }), (value) => {
      expect([parseKernelMessage(value), parseKernelMessage({ type: 'process/started', pid: value, name: value })]).toEqual([
        null,
        null,
      ]);
    }),
  );
});
