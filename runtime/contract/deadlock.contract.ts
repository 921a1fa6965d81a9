import { expect, test } from 'vitest';
import { type Deadlock, explainDeadlock, viewOf } from '../trace';
import { testBox } from './run-program';
import { compile } from '../compiler';

/** Runs a program until the kernel says that it stands still, and explains that; null when it ends. */
async function deadlockOf(source: string): Promise<Deadlock | null> {
  const box = await testBox();
  const machine = box.run(compile([{ name: 'main.ts', source }]), { onOutput: (_, done) => done() });
  const found = await new Promise<boolean>((resolve) => {
    const look = () => {
      const { phase, notices } = machine.getSnapshot();
      if (notices.some(({ kind }) => kind === 'deadlock')) resolve(true);
      else if (phase !== 'starting' && phase !== 'running') resolve(false);
    };
    machine.subscribe(look);
    look();
  });
  const explained = found ? explainDeadlock(viewOf(machine.trace.events)) : null;
  machine.stop();
  return explained;
}

const told = (deadlock: Deadlock | null) => [deadlock?.kind, ...(deadlock?.causes ?? []).map(({ en }) => en)];

test('two locks in two orders', async () => {
  const found = await deadlockOf(`import { Barrier, Lock, Process } from 'multiprocessing';
function both(first: Lock, second: Lock, gate: Barrier): void {
  first.acquire();
  gate.wait();
  second.acquire();
}
if (import.meta.main) {
  const a = new Lock();
  const b = new Lock();
  const gate = new Barrier(2);
  const p1 = new Process({ name: 'p1', target: both, args: [a, b, gate] });
  const p2 = new Process({ name: 'p2', target: both, args: [b, a, gate] });
  p1.start();
  p2.start();
  p1.join();
}
`);
  expect(told(found)).toEqual([
    'cycle',
    '`p1` holds `a` (taken at line 3) and waits for `b` at line 5',
    '`p2` holds `b` (taken at line 3) and waits for `a` at line 5',
  ]);
  expect(found?.others.map(({ en }) => en)).toEqual(['`MainProcess` waits for the end of `p1` at line 15']);
});

test('the lock of the dead', async () => {
  const found = await deadlockOf(`import { Lock, Process } from 'multiprocessing';
import { exit } from 'sys';
function grab(lock: Lock): void {
  lock.acquire();
  exit(1);
}
if (import.meta.main) {
  const lock = new Lock();
  const p = new Process({ name: 'thief', target: grab, args: [lock] });
  p.start();
  p.join();
  lock.acquire();
}
`);
  expect(told(found)).toEqual([
    'deadHolder',
    '`MainProcess` waits for `lock` at line 12, which `thief` took at line 4 and still had when it died (exit code 1): nobody can release it',
  ]);
});

test('a child joined before its queue is read', async () => {
  const found = await deadlockOf(`import { Process, Queue } from 'multiprocessing';
function fill(results: Queue<string>): void {
  results.put('x'.repeat(1_000_000));
}
if (import.meta.main) {
  const results = new Queue<string>();
  const p = new Process({ name: 'filler', target: fill, args: [results] });
  p.start();
  p.join();
  console.log(results.get().length);
}
`);
  expect(found?.kind).toBe('undrained');
  expect(found?.causes.map(({ en }) => en).join('\n')).toContain('has put on `results`, and `MainProcess` waits for its end');
});

test('recv without any sender left', async () => {
  const found = await deadlockOf(`import { Pipe, Queue } from 'multiprocessing';
if (import.meta.main) {
  const tasks = new Queue<number>();
  tasks.get();
}
`);
  expect(told(found)).toEqual([
    'noSender',
    '`MainProcess` waits for a message from `tasks` at line 4, and nobody is left to send one',
  ]);
});

test('a barrier that lacks a party, an event that nobody sets, work that nobody finishes', async () => {
  const barrier = await deadlockOf(`import { Barrier } from 'multiprocessing';
if (import.meta.main) {
  const gate = new Barrier(2);
  gate.wait();
}
`);
  expect(told(barrier)).toEqual([
    'missingParty',
    '`MainProcess` waits at `gate` at line 4 for others, and nobody is left to come',
  ]);
  const event = await deadlockOf(`import { Event } from 'multiprocessing';
if (import.meta.main) {
  const ready = new Event();
  ready.wait();
}
`);
  expect(told(event)).toEqual(['noNotifier', '`MainProcess` waits for `ready` at line 4, and nobody is left to set it']);
  const tasks = await deadlockOf(`import { JoinableQueue } from 'multiprocessing';
if (import.meta.main) {
  const tasks = new JoinableQueue<number>();
  tasks.put(1);
  tasks.get();
  tasks.join();
}
`);
  expect(told(tasks)).toEqual([
    'unfinished',
    '`MainProcess` waits until everything on `tasks` is done at line 6, and nobody is left to call taskDone()',
  ]);
});

test('a task of a pool that its worker died with', async () => {
  const found = await deadlockOf(`import { Pool } from 'multiprocessing';
import os from 'os';
import signal from 'signal';
function die(): void {
  os.kill(os.getpid(), signal.SIGKILL);
}
if (import.meta.main) {
  const pool = new Pool(1);
  pool.apply(die);
}
`);
  expect(found?.kind).toBe('lostTask');
});
