import { expect, test } from 'vitest';
import { runProgram } from './run-program';

/*
 * The kernel as a small POSIX, asked through system calls from real processes. `_system` is that interface as a module.
 */

/** Runs a program that prints values as JSON, one a line, and answers them. */
async function values(source: string): Promise<unknown[]> {
  const { stdout, stderr, exitcode } = await runProgram(source);
  expect({ stderr, exitcode }).toEqual({ stderr: '', exitcode: 0 });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

const PRELUDE = `
  import { Process } from 'multiprocessing';
  import { Held, pipes, semaphores, system } from '_system';
  const print = (value) => console.log(JSON.stringify(value));
  const text = (bytes) => new TextDecoder().decode(bytes);
  const bytes = (content) => new TextEncoder().encode(content);
  function readAll(end) {
    const chunk = new Uint8Array(100000);
    let all = '';
    for (let count = pipes.read(end, chunk); count > 0; count = pipes.read(end, chunk)) all += text(chunk.subarray(0, count));
    return all;
  }
`;

test('a pipe carries bytes in order, and ends when its last writer is gone', async () => {
  const source = `${PRELUDE}
    function child(out) {
      pipes.write(out.handle, bytes('from the child '));
    }
    if (import.meta.main) {
      const [readEnd, writeEnd] = system.createPipe();
      const p = new Process({ target: child, args: [new Held(writeEnd)] });
      p.start();
      p.join();
      pipes.write(writeEnd, bytes('and from its parent'));
      system.close(writeEnd);
      print(readAll(readEnd));
    }`;
  expect(await values(source)).toEqual(['from the child and from its parent']);
});

test('the death of the last writer is the end of the file, also by a kill', async () => {
  const source = `${PRELUDE}
    function child(out, ready) {
      pipes.write(out.handle, bytes('last words'));
      semaphores.post(ready);
      system.sleep(60);
    }
    if (import.meta.main) {
      const [readEnd, writeEnd] = system.createPipe();
      const ready = system.createSemaphore(0);
      const p = new Process({ target: child, args: [new Held(writeEnd), ready] });
      p.start();
      system.close(writeEnd);
      semaphores.acquire(ready);
      p.kill();
      print(readAll(readEnd));
      p.join();
      print(p.exitcode);
    }`;
  expect(await values(source)).toEqual(['last words', -9]);
});

test('a writer without readers gets EPIPE, also one that waits for room', async () => {
  const source = `${PRELUDE}
    function drop(input, ready) {
      semaphores.post(ready);
      system.sleep(0.1);
    }
    if (import.meta.main) {
      const [readEnd, writeEnd] = system.createPipe();
      const ready = system.createSemaphore(0);
      const p = new Process({ target: drop, args: [new Held(readEnd), ready] });
      p.start();
      system.close(readEnd);
      semaphores.acquire(ready);
      try {
        pipes.write(writeEnd, new Uint8Array(200000));
      } catch (error) {
        print(String(error));
      }
      p.join();
    }`;
  expect(await values(source)).toEqual(['BrokenPipeError: [Errno 32] Broken pipe']);
});

test('a pipe holds 64 KiB; more waits for a reader', async () => {
  const source = `${PRELUDE}
    function child(out, begun, done) {
      pipes.write(out.handle, new Uint8Array(65536));
      semaphores.post(begun);
      pipes.write(out.handle, new Uint8Array(1));
      semaphores.post(done);
    }
    if (import.meta.main) {
      const [readEnd, writeEnd] = system.createPipe();
      const [begun, done] = [system.createSemaphore(0), system.createSemaphore(0)];
      const p = new Process({ target: child, args: [new Held(writeEnd), begun, done] });
      p.start();
      print(semaphores.acquire(begun, 10));
      print(semaphores.acquire(done, 0.2));
      print(pipes.read(readEnd, new Uint8Array(5000)));
      print(semaphores.acquire(done, 10));
      p.join();
    }`;
  expect(await values(source)).toEqual([true, false, 5000, true]);
});

test('writes of up to 4096 bytes are never mixed', async () => {
  const source = `${PRELUDE}
    function child(out, letter) {
      const record = bytes(letter.repeat(1000));
      for (let i = 0; i < 300; i++) pipes.write(out.handle, record);
    }
    if (import.meta.main) {
      const [readEnd, writeEnd] = system.createPipe();
      const children = ['a', 'b', 'c'].map((letter) => new Process({ target: child, args: [new Held(writeEnd), letter] }));
      for (const p of children) p.start();
      system.close(writeEnd);
      const records = readAll(readEnd).match(/.{1000}/g);
      print(records.length);
      print(records.every((record) => record === record[0].repeat(1000)));
    }`;
  expect(await values(source)).toEqual([900, true]);
});

test('a semaphore counts, waits and gives up at its deadline', async () => {
  const source = `${PRELUDE}
    const s = import.meta.main ? system.createSemaphore(2) : 0;
    if (import.meta.main) {
      print([semaphores.acquire(s, 0), semaphores.acquire(s, 0), semaphores.acquire(s, 0)]);
      const began = system.clock();
      print(semaphores.acquire(s, 0.2));
      const waited = system.clock() - began;
      print(waited >= 0.2 && waited < 1.5);
      semaphores.post(s);
      print([semaphores.value(s), semaphores.acquire(s), semaphores.value(s)]);
    }`;
  expect(await values(source)).toEqual([[true, true, false], false, true, [1, true, 0]]);
});

test('one primitive waits for a mixed list and answers all that is ready, in the order of the list', async () => {
  const source = `${PRELUDE}
    function child(out) {
      pipes.write(out.handle, bytes('x'));
    }
    if (import.meta.main) {
      const [readEnd, writeEnd] = system.createPipe();
      const listener = system.listenOn('somewhere');
      const p = new Process({ target: child, args: [new Held(writeEnd)] });
      const list = (pid) => [{ kind: 'listener', handle: listener }, { kind: 'exit', pid }, { kind: 'readable', handle: readEnd }];
      p.start();
      print(system.ready([{ kind: 'listener', handle: listener }], 0.05).length);
      print(system.ready(list(p.pid)).length > 0);
      p.join();
      print(system.ready(list(p.pid)).map(({ kind }) => kind));
    }`;
  expect(await values(source)).toEqual([0, true, ['exit', 'readable']]);
});

test('a listener hands out connected pairs; nobody listens at another name', async () => {
  const source = `${PRELUDE}
    function client(name) {
      const [input, output] = system.connectTo(name);
      pipes.write(output, bytes('hello'));
      print(text(pipes.readFully(input, new Uint8Array(5)) && bytes('read')));
    }
    if (import.meta.main) {
      const listener = system.listenOn('here');
      try {
        system.listenOn('here');
      } catch (error) {
        print(error.errno);
      }
      try {
        system.connectTo('nowhere');
      } catch (error) {
        print(String(error));
      }
      const p = new Process({ target: client, args: ['here'] });
      p.start();
      const [input, output] = system.accept(listener);
      const greeting = new Uint8Array(5);
      pipes.readFully(input, greeting);
      print(text(greeting));
      pipes.write(output, bytes('there'));
      p.join();
    }`;
  expect(await values(source)).toEqual([98, 'ConnectionRefusedError: [Errno 111] Connection refused', 'hello', 'read']);
});

test('statuses are those of POSIX', async () => {
  const source = `${PRELUDE}
    import os from 'os';
    function leave(code) {
      os._exit(code);
    }
    function wait() {
      system.sleep(60);
    }
    if (import.meta.main) {
      const left = new Process({ target: leave, args: [7] });
      left.start();
      print(system.waitpid(left.pid));
      const killed = new Process({ target: wait });
      killed.start();
      print(system.pollStatus(killed.pid));
      print(system.waitpid(killed.pid, 0.05));
      system.kill(killed.pid, 15);
      print(system.waitpid(killed.pid));
      try {
        system.kill(99999, 15);
      } catch (error) {
        print(String(error));
      }
    }`;
  expect(await values(source)).toEqual([7 << 8, null, null, 15, 'ProcessLookupError: [Errno 3] No such process']);
});

test('all processes share one clock', async () => {
  const source = `${PRELUDE}
    function child(out) {
      pipes.write(out.handle, bytes(String(system.clock())));
    }
    if (import.meta.main) {
      const [readEnd, writeEnd] = system.createPipe();
      const before = system.clock();
      const p = new Process({ target: child, args: [new Held(writeEnd)] });
      p.start();
      system.close(writeEnd);
      const there = Number(readAll(readEnd));
      print(before <= there && there <= system.clock());
    }`;
  expect(await values(source)).toEqual([true]);
});

test('memory has a ceiling', async () => {
  const source = `${PRELUDE}
    if (import.meta.main) {
      try {
        system.createRegion(2 ** 30);
      } catch (error) {
        print(error.name);
      }
      const region = system.createRegion(1 << 20);
      system.close(region);
      print('still there');
    }`;
  expect(await values(source)).toEqual(['MemoryError', 'still there']);
});
