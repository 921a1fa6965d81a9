import { expect, test } from 'vitest';
import { runProgram } from './run-program';

/* The seven invariants of the architecture page, one test or more each, on real processes. */

test('1: a child starts while its parent is blocked and the page is busy', async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import time from 'time';
    function child() {
      console.log('the child runs');
    }
    if (import.meta.main) {
      // Workers are made ready a moment after the start, and the page has to be there for that.
      time.sleep(0.3);
      console.log('ready');
      time.sleep(0.3);
      const began = time.monotonic();
      for (let i = 0; i < 2; i++) {
        const p = new Process({ target: child });
        p.start();
        p.join();
      }
      console.log(time.monotonic() - began);
    }`;
  const run = await runProgram(source, {
    during: (machine, written) => {
      const stopWatching = machine.subscribe(() => undefined);
      const look = setInterval(() => {
        if (!written().includes('ready')) return;
        clearInterval(look);
        stopWatching();
        keepBusy(2000);
      }, 5);
    },
  });
  const [, first, second, seconds] = run.stdout.split('\n');
  expect([first, second]).toEqual(['the child runs', 'the child runs']);
  expect(Number(seconds)).toBeLessThan(1);
});

test('2: a killed process never swallows a wake-up meant for another, 200 times', { timeout: 90_000 }, async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import { semaphores, system } from '_system';
    function victim(ready, shared) {
      semaphores.post(ready);
      semaphores.acquire(shared);
    }
    function survivor(shared, got) {
      for (;;) {
        semaphores.acquire(shared);
        semaphores.post(got);
      }
    }
    if (import.meta.main) {
      const [ready, shared, got] = [0, 0, 0].map((value) => system.createSemaphore(value));
      const other = new Process({ target: survivor, args: [shared, got], daemon: true });
      other.start();
      let lost = 0;
      for (let round = 0; round < 200; round++) {
        const p = new Process({ target: victim, args: [ready, shared] });
        p.start();
        semaphores.acquire(ready);
        // From killed before it waits to killed while it sleeps.
        const until = system.clock() + (round % 20) / 10000;
        while (system.clock() < until);
        p.kill();
        semaphores.post(shared);
        if (!semaphores.acquire(got, 3)) lost++;
        p.join();
      }
      console.log('lost', lost, 'left', semaphores.value(shared));
    }`;
  const { stdout, stderr } = await runProgram(source, { timeout: 80 });
  expect({ stdout, stderr }).toEqual({ stdout: 'lost 0 left 0\n', stderr: '' });
});

test('3: a killed busy loop cannot touch shared state any more', async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import { semaphores, system } from '_system';
    function busy(counter, begun) {
      semaphores.post(begun);
      for (;;) semaphores.post(counter);
    }
    if (import.meta.main) {
      const [counter, begun] = [system.createSemaphore(0), system.createSemaphore(0)];
      const p = new Process({ target: busy, args: [counter, begun] });
      p.start();
      semaphores.acquire(begun);
      while (semaphores.value(counter) < 1000);
      p.kill();
      p.join();
      const before = semaphores.value(counter);
      system.sleep(0.5);
      console.log(p.exitcode, semaphores.value(counter) - before);
    }`;
  expect((await runProgram(source)).stdout).toBe('-9 0\n');
});

test('3: a killed loop that makes no call prints nothing and does not delay its parent', async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import time from 'time';
    function busy() {
      console.log('begun');
      for (;;);
    }
    if (import.meta.main) {
      const p = new Process({ target: busy });
      p.start();
      time.sleep(0.2);
      const began = time.monotonic();
      p.terminate();
      p.join();
      console.log(p.exitcode, time.monotonic() - began < 0.2);
    }`;
  expect((await runProgram(source)).stdout).toBe('begun\n-15 true\n');
});

test('4: a pipe survives the death of its users at any moment', { timeout: 60_000 }, async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import { Held, pipes, semaphores, system } from '_system';
    function flood(out, begun) {
      const record = new Uint8Array(500).fill(7);
      record[499] = 8;
      semaphores.post(begun);
      for (;;) pipes.write(out.handle, record);
    }
    if (import.meta.main) {
      const [readEnd, writeEnd] = system.createPipe();
      const begun = system.createSemaphore(0);
      const record = new Uint8Array(500);
      let torn = 0;
      let read = 0;
      for (let round = 0; round < 40; round++) {
        const p = new Process({ target: flood, args: [new Held(writeEnd), begun] });
        p.start();
        semaphores.acquire(begun);
        const until = system.clock() + round / 4000;
        while (system.clock() < until || system.ready([{ kind: 'readable', handle: readEnd }], 0).length > 0 && read % 7 !== 0) {
          if (system.ready([{ kind: 'readable', handle: readEnd }], 0).length === 0) continue;
          pipes.readFully(readEnd, record);
          read++;
          if (record[0] !== 7 || record[499] !== 8) torn++;
        }
        p.kill();
        p.join();
      }
      system.close(writeEnd);
      for (let count = pipes.readFully(readEnd, record); count > 0; count = pipes.readFully(readEnd, record)) {
        if (count !== 500 || record[0] !== 7 || record[499] !== 8) torn++;
      }
      console.log('torn', torn, read > 40);
    }`;
  const { stdout, stderr } = await runProgram(source, { timeout: 50 });
  expect({ stdout, stderr }).toEqual({ stdout: 'torn 0 true\n', stderr: '' });
});

test('5: a deadlock is explained: who waits for whom, and since which line', async () => {
  const source = `import { Process } from 'multiprocessing';
import { semaphores, system } from '_system';
function worker(s) {
  semaphores.acquire(s);
}
if (import.meta.main) {
  const p = new Process({ target: worker, args: [system.createSemaphore(0)] });
  p.start();
  p.join();
}`;
  const { snapshot } = await runProgram(source, {
    during: (machine) => {
      const stop = machine.subscribe(() => {
        if (machine.getSnapshot().notices.length === 0) return;
        stop();
        machine.stop();
      });
    },
  });
  const [notice] = snapshot.notices;
  expect(notice?.kind).toBe('deadlock');
  expect(notice?.text).toContain('MainProcess');
  expect(notice?.text).toContain('Process-1');
  expect(notice?.text).toContain('main.ts:4:');
  expect(notice?.text).toContain('main.ts:9:');
  expect(snapshot.phase).toBe('stopped');
});

test('6: the 65th process gets EAGAIN', { timeout: 60_000 }, async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import time from 'time';
    function wait() {
      time.sleep(60);
    }
    if (import.meta.main) {
      const children = [];
      try {
        for (;;) {
          const p = new Process({ target: wait, daemon: true });
          p.start();
          children.push(p);
        }
      } catch (error) {
        console.log(children.length, String(error));
      }
      for (const p of children) p.terminate();
      for (const p of children) p.join();
      const again = new Process({ target: () => 0 });
      const next = new Process({ target: Number });
      next.start();
      next.join();
      console.log(next.exitcode);
    }`;
  const { stdout } = await runProgram(source, { timeout: 50 });
  expect(stdout).toBe('63 OSError: [Errno 11] Resource temporarily unavailable\n0\n');
});

test('6: a storm from a missing guard ends by itself and says why', { timeout: 60_000 }, async () => {
  const source = `
    import { Process } from 'multiprocessing';
    function work() {}
    for (;;) {
      const p = new Process({ target: work });
      p.start();
      p.join();
    }`;
  const { snapshot, stderr } = await runProgram(source, { timeout: 50 });
  expect(snapshot.notices.map(({ kind }) => kind)).toEqual(['spawn-storm']);
  expect(snapshot.notices[0]?.text).toContain('import.meta.main');
  expect(stderr).toContain('before the\n        current process has finished its bootstrapping phase');
});

test("7: an exception in a child shows the learner's lines", async () => {
  const source = `import { Process } from 'multiprocessing';
import { ValueError } from 'builtins';
interface Job { readonly id: number }
function fail(job: Job): void {
  const { id }: Job = job; throw new ValueError(\`bad job \${id}\`);
}
class Runner<T extends Job> {
  run(job: T): void { fail(job); }
}
function work(id: number): void {
  new Runner<Job>().run({ id } satisfies Job);
}
if (import.meta.main) {
  const p = new Process({ target: work, args: [7] });
  p.start();
  p.join();
  console.log(p.exitcode);
}`;
  const { stdout, stderr } = await runProgram(source);
  expect(stdout).toBe('1\n');
  expect(stderr).toBe(`Process Process-1:
Traceback (most recent call last):
  File "main.ts:11:21", in work
    new Runner<Job>().run({ id } satisfies Job);
  File "main.ts:8:23", in run
    run(job: T): void { fail(job); }
  File "main.ts:5:34", in fail
    const { id }: Job = job; throw new ValueError(\`bad job \${id}\`);
ValueError: bad job 7
`);
});

/** Keeps this thread, the page, from doing anything else. */
function keepBusy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
