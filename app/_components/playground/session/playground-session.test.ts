import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ManualFrames, MemoryStorage, RecordingTerminal } from '../testing/fake-page';
import { FakeRuntime } from '../testing/fake-runtime';
import { DraftStorage } from './draft-storage';
import { PlaygroundSession } from './playground-session';
import type { RuntimeLoader } from './runtime-port';

const STARTER = 'console.log(1);\n';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp({ storage = new MemoryStorage(), starter = STARTER, load }: SetUp = {}) {
  const runtime = new FakeRuntime();
  const terminal = new RecordingTerminal();
  const session = new PlaygroundSession({
    starter,
    drafts: new DraftStorage(() => storage, 'lesson/program', starter),
    loadRuntime: load ?? (() => Promise.resolve(runtime)),
    frames: new ManualFrames(),
  });
  session.attachTerminal(terminal);
  session.restore();
  const state = () => session.getSnapshot();
  return { runtime, terminal, session, storage, state };
}

interface SetUp {
  readonly storage?: MemoryStorage;
  readonly starter?: string;
  readonly load?: RuntimeLoader;
}

test('runs what the reader has, and shows what it prints', async () => {
  const { session, runtime, terminal, state } = setUp();
  session.edit('console.log(2);\n');
  await session.run();
  expect(runtime.last.source).toBe('console.log(2);\n');
  expect(runtime.last.print('2\n').isTaken).toBe(true);
  expect(terminal.text).toBe('2\n');
  runtime.last.become({ phase: 'exited', exitcode: 0 });
  expect(state().run).toMatchObject({ phase: 'machine', machine: { phase: 'exited', exitcode: 0 } });
});

test('a second run clears the first one’s output and ends its machine', async () => {
  const { session, runtime, terminal } = setUp();
  await session.run();
  const first = runtime.last;
  first.print('old\n');
  await session.run();
  expect(first.received).toEqual(['stop']);
  expect(terminal.text).toBe('');
  expect(first.print('late\n').isTaken).toBe(true);
  expect(terminal.text).toBe('');
});

test('output waits for the terminal, and Stop drops it at once', async () => {
  const { session, runtime, terminal, state } = setUp();
  await session.run();
  terminal.isSlow = true;
  const batch = runtime.last.print('a\n'.repeat(100_000));
  expect(batch.isTaken).toBe(false);
  session.stop();
  expect(state().run).toMatchObject({ phase: 'machine', machine: { phase: 'stopped' } });
  terminal.finish();
  expect(terminal.writes).toHaveLength(1);
});

test('Stop while the runtime is still being loaded leaves nothing behind', async () => {
  let arrive: (runtime: FakeRuntime) => void = () => undefined;
  const loading = new Promise<FakeRuntime>((resolve) => {
    arrive = resolve;
  });
  const { session, runtime, state } = setUp({ load: () => loading });
  const run = session.run();
  expect(state().run.phase).toBe('preparing');
  session.stop();
  expect(state().run.phase).toBe('idle');
  arrive(runtime);
  await run;
  expect(runtime.machines).toHaveLength(0);
});

test('a runtime that did not load is told, and tried again', async () => {
  const runtime = new FakeRuntime();
  let isOffline = true;
  const { session, state } = setUp({
    load: () => (isOffline ? Promise.reject(new Error('offline')) : Promise.resolve(runtime)),
  });
  await session.run();
  expect(state().run.phase).toBe('load-failed');
  isOffline = false;
  await session.run();
  expect(state().run.phase).toBe('machine');
});

test('what does not compile is said in the terminal, with its place, until the code changes', async () => {
  const { session, state, terminal, runtime } = setUp();
  session.edit('syntax error');
  await session.run();
  expect(runtime.machines).toHaveLength(0);
  expect(terminal.text).toBe('main.ts:2:3: Unexpected token\nClose the bracket.\n');
  expect(state()).toMatchObject({ run: { phase: 'compile-failed' }, fault: { file: 'main.ts', line: 2, column: 3 } });
  session.edit('fine');
  expect(state().run.phase).toBe('idle');
});

test('the fault is the innermost place of the last traceback', async () => {
  const { session, runtime, state } = setUp();
  await session.run();
  runtime.last.print('Traceback (most recent call last):\n  File "main.ts:5:3", in <module>\n', 'stderr');
  runtime.last.print('  File "main.ts:2:9", in f\nError: boom\n', 'stderr');
  expect(state().fault).toBeNull();
  runtime.last.become({ phase: 'exited', exitcode: 1 });
  expect(state().fault).toMatchObject({ line: 2, column: 9 });
});

test('keys typed before the program reads wait for it', async () => {
  const { session, runtime, terminal } = setUp();
  await session.run();
  session.type('bob\r');
  expect(runtime.last.received).toEqual([]);
  runtime.last.become({ wantsInput: true });
  expect(runtime.last.received).toEqual(['bob\n']);
  expect(terminal.text).toBe('bob\n');
});

test('Ctrl+C does not wait', async () => {
  const { session, runtime } = setUp();
  await session.run();
  session.type('\x03');
  expect(runtime.last.received).toEqual(['interrupt']);
});

test('Ctrl+D on an empty line ends the input', async () => {
  const { session, runtime } = setUp();
  await session.run();
  runtime.last.become({ wantsInput: true });
  session.type('\x04');
  expect(runtime.last.received).toEqual(['end']);
});

test('after the end nobody listens to the keys', async () => {
  const { session, runtime, terminal } = setUp();
  await session.run();
  runtime.last.become({ phase: 'exited', exitcode: 0, wantsInput: false });
  session.type('x\r\x03');
  expect(runtime.last.received).toEqual([]);
  expect(terminal.text).toBe('');
});

test('the reader’s code is kept and restored, and not run', () => {
  const { session, storage } = setUp();
  session.edit('mine');
  vi.runAllTimers();
  const next = setUp({ storage });
  expect(next.state()).toMatchObject({ source: 'mine', isDirty: true, notice: { kind: 'restored' }, run: { phase: 'idle' } });
  expect(next.runtime.machines).toHaveLength(0);
});

test('an edit just before the page is left is kept, too', () => {
  const { session, storage } = setUp();
  session.edit('mine');
  session.flush();
  expect(setUp({ storage }).state().source).toBe('mine');
});

test('Reset can be undone, and what is shown is what is kept', () => {
  const { session, storage, state } = setUp();
  session.edit('mine');
  session.reset();
  expect(state()).toMatchObject({ source: STARTER, isDirty: false, notice: { kind: 'replaced', by: 'starter' } });
  expect(setUp({ storage }).state().notice).toBeNull();
  session.undoReplace();
  expect(state()).toMatchObject({ source: 'mine', isDirty: true, notice: null });
  expect(setUp({ storage }).state().source).toBe('mine');
});

test('code for an earlier starter is offered, not shown', () => {
  const { session, storage } = setUp();
  session.edit('mine');
  session.flush();
  const next = setUp({ storage, starter: 'console.log("new");\n' });
  expect(next.state()).toMatchObject({ source: 'console.log("new");\n', notice: { kind: 'older-draft', source: 'mine' } });
  next.session.takeOlderDraft();
  expect(next.state()).toMatchObject({ source: 'mine', notice: { kind: 'replaced', by: 'older-draft' } });
  next.session.undoReplace();
  expect(next.state().source).toBe('console.log("new");\n');
});

test('says when the browser does not keep the code, until it does', () => {
  const storage = new MemoryStorage();
  const { session, state } = setUp({ storage });
  storage.isFull = true;
  session.edit('mine');
  vi.runAllTimers();
  expect(state().isUnsaved).toBe(true);
  storage.isFull = false;
  session.edit('mine too');
  vi.runAllTimers();
  expect(state().isUnsaved).toBe(false);
});

test('works where storage is forbidden', () => {
  const session = new PlaygroundSession({
    starter: STARTER,
    drafts: new DraftStorage(
      () => {
        throw new Error('SecurityError');
      },
      'lesson/program',
      STARTER,
    ),
    loadRuntime: () => Promise.reject(new Error('unused')),
    frames: new ManualFrames(),
  });
  session.restore();
  session.edit('mine');
  session.flush();
  expect(session.getSnapshot()).toMatchObject({ source: 'mine', isUnsaved: true });
});

test('warming loads the runtime once and starts nothing', async () => {
  const { session, runtime } = setUp();
  session.warm();
  session.warm();
  await vi.runAllTimersAsync();
  expect(runtime.warmed).toBe(2);
  expect(runtime.machines).toHaveLength(0);
});
