import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEAP_OFFSET, PIPE_BYTES, Pipe, PipeKind, WORD_BYTES, ringBytes } from './layout';
import { Memory } from './memory';
import {
  ATOMIC_WRITE_BYTES,
  BROKEN,
  WOULD_BLOCK,
  breakGuards,
  bytesIn,
  incoming,
  initPipe,
  isReadable,
  isWritable,
  outgoing,
  setHolders,
  tryRead,
  tryReceive,
  trySend,
  tryWrite,
} from './pipe';

const PIPE = HEAP_OFFSET / WORD_BYTES;
const SLOT = 3;

function pipe(head = 0, kind: PipeKind = PipeKind.pipe): Memory {
  const memory = Memory.create(HEAP_OFFSET + Pipe.words * WORD_BYTES + ringBytes(kind));
  initPipe(memory, PIPE, kind);
  memory.store(PIPE + Pipe.head, head);
  memory.store(PIPE + Pipe.tail, head);
  setHolders(memory, PIPE, 'read', 1);
  setHolders(memory, PIPE, 'write', 1);
  return memory;
}

test('what is written is read, in order, wherever the ring and the counters wrap around', () => {
  const start = fc.constantFrom(0, PIPE_BYTES - 5, 0x7fff_fff0, -100);
  const action = fc.oneof(fc.record({ write: fc.nat(20_000) }), fc.record({ read: fc.nat(20_000) }));
  fc.assert(
    fc.property(start, fc.array(action, { maxLength: 60 }), (head, actions) => {
      const memory = pipe(head | 0);
      const model: number[] = [];
      let next = 0;
      for (const step of actions) {
        if ('write' in step) {
          const bytes = Uint8Array.from({ length: step.write }, (_, index) => next + index);
          const written = tryWrite(memory, PIPE, SLOT, bytes);
          const room = PIPE_BYTES - model.length;
          const expected = step.write <= ATOMIC_WRITE_BYTES && room < step.write ? 0 : Math.min(step.write, room);
          expect(written).toBe(expected > 0 || step.write === 0 ? expected : WOULD_BLOCK);
          for (let index = 0; index < expected; index++) model.push((next + index) & 255);
          next += expected;
        } else if (step.read > 0) {
          const target = new Uint8Array(step.read);
          const count = tryRead(memory, PIPE, SLOT, target);
          const expected = model.splice(0, step.read);
          expect(count).toBe(expected.length || WOULD_BLOCK);
          expect([...target.subarray(0, expected.length)]).toEqual(expected);
        }
        expect(bytesIn(memory, PIPE)).toBe(model.length);
        expect([isReadable(memory, PIPE), isWritable(memory, PIPE)]).toEqual([model.length > 0, model.length < PIPE_BYTES]);
      }
    }),
    { numRuns: 60 },
  );
});

test('without writers an empty pipe is at its end, a full one is not', () => {
  const memory = pipe();
  tryWrite(memory, PIPE, SLOT, new Uint8Array(3));
  setHolders(memory, PIPE, 'write', 0);
  const target = new Uint8Array(10);
  expect([tryRead(memory, PIPE, SLOT, target), tryRead(memory, PIPE, SLOT, target)]).toEqual([3, 0]);
  expect(isReadable(memory, PIPE)).toBe(true);
});

test('without readers writing is a broken pipe', () => {
  const memory = pipe();
  setHolders(memory, PIPE, 'read', 0);
  expect(tryWrite(memory, PIPE, SLOT, new Uint8Array(1))).toBe(BROKEN);
  expect(isWritable(memory, PIPE)).toBe(true);
});

/** Of a pickled number, say. */
const SMALLEST = 3;

/** How many messages of so many bytes go in before one would have to wait. */
function messagesThatFit(memory: Memory, byteLength: number): number {
  for (let count = 0; ; count++) {
    if (trySend(memory, PIPE, SLOT, outgoing(new Uint8Array(byteLength))) !== 0) return count;
  }
}

test('a pipe holds what it does on Linux', () => {
  expect(messagesThatFit(pipe(), SMALLEST)).toBe(9362);
  expect(messagesThatFit(pipe(), 65_532)).toBe(1);
  expect(messagesThatFit(pipe(), 65_533)).toBe(0);
  const socket = () => pipe(ringBytes(PipeKind.socket) - 3, PipeKind.socket);
  expect(messagesThatFit(socket(), SMALLEST)).toBe(278);
  expect(messagesThatFit(socket(), 219_264)).toBe(1);
  expect(messagesThatFit(socket(), 219_265)).toBe(0);
});

test('a socket that was full takes as much again when it has been read, and what comes out is what went in', () => {
  const memory = pipe(-100, PipeKind.socket);
  for (const byteLength of [SMALLEST, 5000, 100_000, 219_264]) {
    const count = byteLength === SMALLEST ? 278 : Math.floor(220_052 / (byteLength + 788));
    const sent = Array.from({ length: count }, (_, index) => new Uint8Array(byteLength).fill(index));
    for (const bytes of sent) expect(trySend(memory, PIPE, SLOT, outgoing(bytes))).toBe(0);
    for (const bytes of sent) {
      const frame = incoming();
      expect(tryReceive(memory, PIPE, SLOT, frame)).toBe(0);
      expect(Buffer.compare(frame.bytes!, bytes)).toBe(0);
    }
    expect([bytesIn(memory, PIPE), isWritable(memory, PIPE)]).toEqual([0, true]);
  }
});

test('a guard whose owner died keeps others out until the kernel breaks it', () => {
  const memory = pipe();
  const DEAD = 7;
  tryWrite(memory, PIPE, SLOT, new Uint8Array(3));
  memory.store(PIPE + Pipe.readGuard, DEAD + 1);
  memory.store(PIPE + Pipe.writeGuard, DEAD + 1);
  const target = new Uint8Array(3);
  expect(tryRead(memory, PIPE, SLOT, target)).toBe(WOULD_BLOCK);
  expect(tryWrite(memory, PIPE, SLOT, target)).toBe(WOULD_BLOCK);
  breakGuards(memory, PIPE, SLOT);
  expect(tryRead(memory, PIPE, SLOT, target)).toBe(WOULD_BLOCK);
  breakGuards(memory, PIPE, DEAD);
  expect([tryRead(memory, PIPE, SLOT, target), tryWrite(memory, PIPE, SLOT, target)]).toEqual([3, 3]);
});

/** Has whoever uses the memory die before the step with this number; answers what makes it whole again. */
function dieAtStep(memory: Memory, last: number): () => void {
  let step = 0;
  for (const name of ['store', 'exchange', 'compareExchange'] as const) {
    const act = memory[name].bind(memory) as (...words: number[]) => number;
    Object.assign(memory, {
      [name]: (...words: number[]) => {
        if (step++ === last) throw new Error('killed');
        return act(...words);
      },
    });
  }
  return () => {
    for (const name of ['store', 'exchange', 'compareExchange']) Reflect.deleteProperty(memory, name);
  };
}

test('a reader that is killed at any step leaves whole messages to others', () => {
  const DEAD = 7;
  const left = [];
  for (let step = 0, died = true; died; step++) {
    const memory = pipe(PIPE_BYTES - 3);
    for (const text of ['one', 'two']) trySend(memory, PIPE, SLOT, outgoing(new TextEncoder().encode(text)));
    const revive = dieAtStep(memory, step);
    try {
      tryReceive(memory, PIPE, DEAD, incoming());
      died = false;
    } catch (error) {
      expect(error).toEqual(new Error('killed'));
    }
    revive();
    breakGuards(memory, PIPE, DEAD);
    const next = incoming();
    expect(tryReceive(memory, PIPE, SLOT, next)).toBe(0);
    left.push(new TextDecoder().decode(next.bytes ?? undefined));
  }
  expect(left).toEqual(['one', 'one', 'two', 'two']);
});
