import { expect, test } from 'vitest';
import { OutputDecoder } from './output-decoder';

/** A record as the kernel sends it: pid, stream, time in 10 µs, length, and bytes padded to 16. */
function record(pid: number, stream: number, time: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(16 + Math.ceil(bytes.length / 16) * 16);
  new Int32Array(whole.buffer).set([pid, stream, time, bytes.length]);
  whole.set(bytes, 16);
  return whole;
}

function batch(...records: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(records.flatMap((bytes) => [...bytes]));
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test('records keep their process, stream, time and text', () => {
  const bytes = batch(record(7, 1, 150, utf8('out\n')), record(8, 2, 250, utf8('a longer line than one row of bytes\n')));
  expect(new OutputDecoder().decode(bytes)).toEqual([
    { pid: 7, stream: 'stdout', timeMs: 1.5, text: 'out\n' },
    { pid: 8, stream: 'stderr', timeMs: 2.5, text: 'a longer line than one row of bytes\n' },
  ]);
});

test('a character in two halves is put together, per process and stream', () => {
  const decoder = new OutputDecoder();
  const bytes = utf8('中');
  expect(
    decoder.decode(batch(record(1, 1, 0, bytes.subarray(0, 2)), record(2, 1, 0, utf8('x')), record(1, 2, 0, utf8('y')))),
  ).toEqual([
    { pid: 2, stream: 'stdout', timeMs: 0, text: 'x' },
    { pid: 1, stream: 'stderr', timeMs: 0, text: 'y' },
  ]);
  expect(decoder.decode(record(1, 1, 0, bytes.subarray(2)))).toEqual([{ pid: 1, stream: 'stdout', timeMs: 0, text: '中' }]);
});

test('what a process writes to a stream within a millisecond is one record', () => {
  const lines = ['a\n', 'b\n', 'c\n', 'much later\n'].map((text, i) => record(1, 1, i * 45, utf8(text)));
  const bytes = batch(...lines, record(1, 2, 140, utf8('d\n')), record(2, 2, 140, utf8('e\n')), record(1, 1, 140, utf8('f\n')));
  expect(new OutputDecoder().decode(bytes)).toEqual([
    { pid: 1, stream: 'stdout', timeMs: 0, text: 'a\nb\nc\n' },
    { pid: 1, stream: 'stdout', timeMs: 1.35, text: 'much later\n' },
    { pid: 1, stream: 'stderr', timeMs: 1.4, text: 'd\n' },
    { pid: 2, stream: 'stderr', timeMs: 1.4, text: 'e\n' },
    { pid: 1, stream: 'stdout', timeMs: 1.4, text: 'f\n' },
  ]);
});

test('lengths that lie lead nowhere', () => {
  const decoder = new OutputDecoder();
  const tooLong = record(1, 1, 0, utf8('abc'));
  new Int32Array(tooLong.buffer)[3] = 1000;
  const negative = record(1, 1, 0, utf8('abc'));
  new Int32Array(negative.buffer)[3] = -16;
  expect([decoder.decode(tooLong), decoder.decode(negative), decoder.decode(new Uint8Array(5))]).toEqual([[], [], []]);
});
