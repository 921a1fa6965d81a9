import { expect, test } from 'vitest';
import { Memory } from '../memory/memory';
import { BoxCore, type BoxWorker } from './box-core';
import type { KernelToBox, Occasion } from './protocol';

class FakeWorker implements BoxWorker {
  readonly posted: unknown[] = [];
  isTerminated = false;
  tell: (message: KernelToBox) => void = () => undefined;

  constructor(
    readonly kind: string,
    readonly occasion: Occasion,
  ) {}

  post(message: unknown): void {
    this.posted.push(message);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.tell = listener;
  }

  onError(): void {
    // None of these fails.
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

function box() {
  const made: FakeWorker[] = [];
  const core = new BoxCore(
    (kind, occasion) => {
      const worker = new FakeWorker(kind, occasion);
      made.push(worker);
      return worker;
    },
    () => Memory.create().buffer,
    () => undefined,
  );
  return {
    made,
    warm: () => core.warm(),
    destroy: (machine: number) => core.destroy(machine),
    /** The kernel of a new machine. */
    machine(id: number, hasThreads = false): FakeWorker {
      core.create(id, new Uint8Array(1), { memoryBytes: 1, hasThreads }, null);
      const kernel = made.filter(({ kind }) => kind === 'kernel').at(-1);
      if (kernel === undefined) throw new Error('The machine has no kernel');
      return kernel;
    },
    slotsOf: (worker: FakeWorker | undefined) => worker?.posted.map((message) => (message as { slot: number }).slot),
  };
}

test('what a machine has released serves the next one of its kind', () => {
  const { made, destroy, machine, slotsOf } = box();
  const kernel = machine(1);
  kernel.tell({ type: 'worker/create', slot: 0, occasion: 'wanted' });
  kernel.tell({ type: 'worker/create', slot: 1, occasion: 'ahead' });
  kernel.tell({ type: 'worker/release', slot: 1 });
  destroy(1);
  const [used, released] = made.filter(({ kind }) => kind === 'process');
  expect([used?.isTerminated, released?.isTerminated]).toEqual([true, false]);

  machine(2, true).tell({ type: 'worker/create', slot: 7, occasion: 'wanted' });
  expect(slotsOf(released)).toEqual([1]);
  machine(3).tell({ type: 'worker/create', slot: 9, occasion: 'wanted' });
  expect(slotsOf(released)).toEqual([1, 9]);
});

test('what is released in great numbers is not kept, nor what is released too late', () => {
  const { made, destroy, machine } = box();
  const kernel = machine(1);
  for (let slot = 0; slot < 10; slot++) kernel.tell({ type: 'worker/create', slot, occasion: 'wanted' });
  for (let slot = 1; slot < 9; slot++) kernel.tell({ type: 'worker/release', slot });
  destroy(1);
  kernel.tell({ type: 'worker/release', slot: 9 });
  const kept = made.filter(({ kind, isTerminated }) => kind === 'process' && !isTerminated);
  expect(kept).toHaveLength(4);
});

test('a worker is made as the occasion is: ahead of its machine, ahead of its process, or while that waits', () => {
  const { made, warm, machine } = box();
  warm();
  const kernel = machine(1);
  for (let slot = 0; slot < 5; slot++) kernel.tell({ type: 'worker/create', slot, occasion: 'wanted' });
  kernel.tell({ type: 'worker/create', slot: 5, occasion: 'ahead' });
  machine(2);
  const occasions = (of: string) => made.filter(({ kind }) => kind === of).map(({ occasion }) => occasion);
  expect(occasions('process')).toEqual(['ahead', 'ahead', 'ahead', 'ahead', 'wanted', 'ahead']);
  expect(occasions('kernel')).toEqual(['ahead', 'wanted']);
});
