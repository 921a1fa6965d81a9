import { pageNetwork } from './network/page-network';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KernelToPage, PageToKernel } from '../kernel/protocol';
import { type BoxLink, Machine, type RunOptions } from './machine';

/** A port whose other side is the test. */
class FakePort {
  readonly sent: PageToKernel[] = [];
  readonly #closeListeners: (() => void)[] = [];
  isClosed = false;
  onmessage: (event: { data: unknown }) => void = () => undefined;

  postMessage(message: PageToKernel): void {
    this.sent.push(message);
  }
  addEventListener(_: 'close', listener: () => void): void {
    this.#closeListeners.push(listener);
  }
  close(): void {
    this.isClosed = true;
  }
  tell(message: KernelToPage): void {
    this.onmessage({ data: message });
  }
  die(): void {
    for (const listener of this.#closeListeners) listener();
  }
}

let calls: string[];
const link: BoxLink = {
  open: () => calls.push('open'),
  warm: () => calls.push('warm'),
  create: () => calls.push('create'),
  destroy: (id) => calls.push(`destroy ${id}`),
  abandon: () => calls.push('abandon'),
};

function machine(options: Partial<RunOptions> = {}): { machine: Machine; port: FakePort } {
  const port = new FakePort();
  return {
    machine: new Machine(
      5,
      link,
      { onOutput: (_, done) => done(), ...options },
      port as unknown as MessagePort,
      ['main.ts'],
      pageNetwork(),
    ),
    port,
  };
}

const started = (pid: number, name: string): KernelToPage => ({
  type: 'process/started',
  pid,
  parentPid: 4100,
  name,
  timeMs: pid,
});
const record = (text: string): KernelToPage => {
  const bytes = new TextEncoder().encode(text);
  const records = new Uint8Array(16 + Math.ceil(bytes.length / 16) * 16);
  new Int32Array(records.buffer).set([4101, 1, 0, bytes.length]);
  records.set(bytes, 16);
  return { type: 'output/batch', records };
};

beforeEach(() => {
  calls = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('processes come and go; a snapshot stays the same until something changes', () => {
  const { machine: it, port } = machine();
  const seen = vi.fn();
  it.subscribe(seen);
  expect(it.getSnapshot().phase).toBe('starting');
  port.tell(started(4101, 'MainProcess'));
  port.tell(started(4102, 'Process-1'));
  port.tell({ type: 'process/exited', pid: 4102, status: 15, timeMs: 9 });
  const snapshot = it.getSnapshot();
  expect(snapshot).toBe(it.getSnapshot());
  expect(snapshot.phase).toBe('running');
  expect(snapshot.processes.map(({ name, index, endedMs, exitcode }) => [name, index, endedMs, exitcode])).toEqual([
    ['MainProcess', 0, null, null],
    ['Process-1', 1, 9, -15],
  ]);
  expect(seen).toHaveBeenCalledTimes(3);
});

test('stop shows at once, destroys the machine, and nothing changes it any more', () => {
  const { machine: it, port } = machine();
  port.tell(started(4101, 'MainProcess'));
  it.stop();
  expect([it.getSnapshot().phase, calls, port.isClosed]).toEqual(['stopped', ['destroy 5'], true]);
  const snapshot = it.getSnapshot();
  port.tell(started(4102, 'too late'));
  port.die();
  it.stop();
  it.writeInput('x');
  vi.advanceTimersByTime(60_000);
  expect(it.getSnapshot()).toBe(snapshot);
  expect([calls, port.sent]).toEqual([['destroy 5'], []]);
});

test('one batch of output is on its way at a time, and the end comes after it', () => {
  const shown: (() => void)[] = [];
  const { machine: it, port } = machine({ onOutput: (_, done) => shown.push(done) });
  port.tell(record('hello'));
  port.tell({ type: 'machine/exited', status: 3 << 8, timeMs: 1 });
  expect([it.getSnapshot().phase, port.sent]).toEqual(['starting', []]);
  shown[0]?.();
  shown[0]?.();
  expect([it.getSnapshot().phase, it.getSnapshot().exitcode]).toEqual(['exited', 3]);
  expect(port.sent).toEqual([{ type: 'output/ready' }]);
});

test('what the reader does reaches the kernel', () => {
  const { machine: it, port } = machine();
  it.writeInput('é\n');
  it.closeInput();
  it.interrupt();
  it.kill(4102, 9);
  expect(port.sent).toEqual([
    { type: 'input/write', bytes: new Uint8Array([0xc3, 0xa9, 10]) },
    { type: 'input/close' },
    { type: 'machine/interrupt' },
    { type: 'process/kill', pid: 4102, signal: 9 },
  ]);
});

test('a kernel that does not answer its pings any more has crashed, however slow the clock', () => {
  const { machine: it, port } = machine();
  for (let minute = 0; minute < 30; minute++) {
    vi.advanceTimersByTime(1000);
    port.tell({ type: 'machine/alive' });
  }
  expect(it.getSnapshot().phase).toBe('starting');
  vi.advanceTimersByTime(16_000);
  expect(it.getSnapshot().phase).toBe('failed');
  expect(it.getSnapshot().notices.map(({ kind }) => kind)).toEqual(['crashed']);
  expect(calls).toEqual(['abandon', 'destroy 5']);
});

test('the death of the box is noticed at once', () => {
  const { machine: it, port } = machine();
  port.die();
  expect(it.getSnapshot().notices.map(({ kind }) => kind)).toEqual(['crashed']);
});
