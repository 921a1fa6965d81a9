import { describe, expect, test } from 'vitest';
import { runProgram } from '../../contract/run-program';

async function output(source: string, options?: Parameters<typeof runProgram>[1]): Promise<string[]> {
  const run = await runProgram(source, options);
  expect(run.stderr).toBe('');
  expect(run.exitcode).toBe(0);
  return run.stdout.trimEnd().split('\n');
}

describe('increments of two processes', () => {
  test.each([
    ['the default lock', `new Value('i', 0)`],
    ['a Lock around raw memory', `new Value('q', 0, { lock: new Lock() }).getObj()`],
    ['a double', `new Value('d', 0)`],
    ['an element of an array', `elementOf(new SharedArray('i', 3))`],
    ['a field of a record', `fieldOf(new Value(Point, 0, 0))`],
  ])('are all there: %s', async (_name, value) => {
    const lines = await output(`
      import { Lock, Process, SharedArray, Value } from 'multiprocessing';
      import { struct } from 'multiprocessing/sharedctypes';
      const Point = struct({ x: 'i', y: 'd' });
      class elementOf { constructor(a) { this.a = a; } get value() { return this.a[1]; } set value(x) { this.a[1] = x; } }
      class fieldOf { constructor(p) { this.p = p; } get value() { return this.p.y; } set value(x) { this.p.y = x; } }
      function count(v, lock) {
        for (let i = 0; i < 20000; i++) { using _ = lock.hold(); v.value++; }
      }
      if (import.meta.main) {
        const make = { 'elementOf': (x) => new elementOf(x), 'fieldOf': (x) => new fieldOf(x) };
        const v = ${value.replace('elementOf(', 'make.elementOf(').replace('fieldOf(', 'make.fieldOf(')};
        const lock = new Lock();
        const ps = [0, 1].map(() => new Process({ target: count, args: [v, lock] }));
        for (const p of ps) p.start();
        for (const p of ps) p.join();
        console.log(String(v.value));
      }`);
    expect(lines).toEqual(['40000']);
  });
});

test('whoever has the lock keeps others from reading and writing', async () => {
  const lines = await output(`
    import { Event, Process, SharedArray, Value } from 'multiprocessing';
    import time from 'time';
    function read(v, a, ready, done) {
      ready.set();
      console.log(v.value, a[0], a.slice().length);
      v.value = 7;
      done.set();
    }
    if (import.meta.main) {
      const v = new Value('i', 1), a = new SharedArray('i', [1, 2], { lock: v.getLock() });
      const ready = new Event(), done = new Event();
      const p = new Process({ target: read, args: [v, a, ready, done] });
      {
        using _ = v.hold();
        p.start();
        ready.wait();
        console.log(done.wait(0.2), v.value);
        v.value = 5;
        a[0] = 6;
      }
      p.join();
      console.log(v.value);
    }`);
  expect(lines).toEqual(['false 1', '5 6 2', '7']);
});

test('a child sees what it was given, records and elements of arrays too', async () => {
  const lines = await output(`
    import { Process, RawArray, RawValue, SharedArray, Value } from 'multiprocessing';
    import { struct } from 'multiprocessing/sharedctypes';
    const Point = struct({ x: 'd', y: 'd' });
    const Line = struct({ from: Point, to: Point, n: 'b' });
    function change(text, wide, line, second) {
      text.value = text.value.map((byte) => byte + 1);
      wide.value = wide.value.toUpperCase();
      line.to.y += 1;
      line.from = line.to;
      second.x = 20;
      console.log(String(line).replace(/0x[0-9a-f]+/, ''), line.n);
    }
    if (import.meta.main) {
      const text = new SharedArray('c', new Uint8Array([97, 98])), wide = new RawArray('u', 'hi');
      const line = new Value(Line, [1, 2], [3, 4], 5), points = new RawArray(Point, 3);
      const p = new Process({ target: change, args: [text, wide, line, points[1]] });
      p.start();
      p.join();
      console.log(text.value, wide.value, line.from.y, line.to.y, [...points].map(({ x }) => x));
    }`);
  expect(lines).toEqual([
    '<SynchronizedLine wrapper for <__main__.Line object at >> 5',
    'Uint8Array(2) [ 98, 99 ] HI 5 5 [ 0, 20, 0 ]',
  ]);
});

test('they go to a child at its start, not in a message', async () => {
  const lines = await output(`
    import { Pipe, RawArray, RawValue, SharedArray, Value } from 'multiprocessing';
    import { struct } from 'multiprocessing/sharedctypes';
    const Point = struct({ x: 'd' });
    const [a] = Pipe();
    for (const shared of [new Value('i'), new SharedArray('d', 3), new SharedArray('c', 3), new RawValue('i'), new RawArray('i', 3), new Value(Point), new RawArray(Point, 2)]) {
      try { a.send(shared); } catch (error) { console.log(error.name, error.message); }
    }`);
  const names = ['Synchronized', 'SynchronizedArray', 'SynchronizedString', 'c_int', 'c_int_Array_3', 'SynchronizedPoint'];
  expect(lines).toEqual(
    [...names, 'Point_Array_2'].map(
      (name) => `RuntimeError ${name} objects should only be shared between processes through inheritance`,
    ),
  );
});

/** The largest block that can be had, and so what is free. */
const LARGEST = `
  function largest() {
    let [low, high] = [1, 2 ** 26];
    while (high - low > 64) {
      const size = Math.floor((low + high) / 2);
      try {
        const block = new SharedMemory({ create: true, size });
        block.close();
        block.unlink();
        low = size;
      } catch (error) {
        if (error.name !== 'MemoryError') throw error;
        high = size;
      }
    }
    return low;
  }`;

test('10 000 of each, made and dropped by processes that end, leave memory where it was', { timeout: 70_000 }, async () => {
  const lines = await output(
    `
    import { Process, RawArray, SharedArray, Value } from 'multiprocessing';
    import { ShareableList, SharedMemory } from 'multiprocessing/shared_memory';
    ${LARGEST}
    function cycles(kept) {
      for (let i = 0; i < 500; i++) {
        new Value('i', i);
        new SharedArray('d', 100);
        new RawArray('i', 500);
        const list = new ShareableList(['x', i]);
        list.shm.unlink();
        kept.value += 1;
      }
    }
    function round(kept) {
      const ps = [0, 1].map(() => new Process({ target: cycles, args: [kept] }));
      for (const p of ps) p.start();
      for (const p of ps) p.join();
    }
    if (import.meta.main) {
      const kept = new Value('i', 0);
      round(kept);
      const before = largest();
      for (let i = 0; i < 9; i++) round(kept);
      console.log(largest() - before, kept.value <= 10000);
    }`,
    { timeout: 60 },
  );
  expect(lines).toEqual(['0 true']);
});

test('10 000 values of one process take the memory of their cells, and each has its own', async () => {
  const lines = await output(`
    import { RawValue } from 'multiprocessing';
    import { SharedMemory } from 'multiprocessing/shared_memory';
    ${LARGEST}
    const before = largest();
    const values = Array.from({ length: 10000 }, (_, i) => new RawValue('i', i));
    console.log(before - largest() < 10000 * 64 + 2 ** 16, values.every((v, i) => v.value === i));`);
  expect(lines).toEqual(['true true']);
});

test('more than there is raises MemoryError, and what there is goes on', async () => {
  const lines = await output(`
    import { RawArray, SharedArray } from 'multiprocessing';
    try { new SharedArray('d', 2 ** 28); } catch (error) { console.log(error.name); }
    const a = new RawArray('d', [1, 2]);
    console.log(a.slice());`);
  expect(lines).toEqual(['MemoryError', '[ 1, 2 ]']);
});
