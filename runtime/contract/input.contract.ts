import { expect, test } from 'vitest';
import type { Machine } from '../page/machine';
import { runProgram } from './run-program';

/* Stdin, Ctrl+C and Ctrl+D, as the reader uses them. */

/** Does something to the machine once the program has written a text. */
function once(text: string, act: (machine: Machine) => void) {
  return (machine: Machine, written: () => string) => {
    const look = setInterval(() => {
      if (!written().includes(text)) return;
      clearInterval(look);
      act(machine);
    }, 5);
  };
}

test('input writes its prompt and answers the line', async () => {
  const source = `
    import { input } from 'builtins';
    const name = input('name? ');
    console.log(\`hello \${name}\`);
    console.log([input(), input()]);`;
  const { stdout } = await runProgram(source, { input: 'Zoë\n\nlast' });
  expect(stdout).toBe("name? hello Zoë\n[ '', 'last' ]\n");
});

test('the page hears that a line is wanted, and when it is not wanted any more', async () => {
  const wanted: boolean[] = [];
  const source = `
    import { input } from 'builtins';
    console.log(input('? '));`;
  const { stdout } = await runProgram(source, {
    during: (machine) => {
      machine.subscribe(() => {
        const { wantsInput } = machine.getSnapshot();
        if (wantsInput === (wanted.at(-1) ?? false)) return;
        wanted.push(wantsInput);
        if (wantsInput) machine.writeInput('typed\n');
      });
    },
  });
  expect(stdout).toBe('? typed\n');
  expect(wanted).toEqual([true, false]);
});

test('Ctrl+D is the end of the file', async () => {
  const source = `
    import { input } from 'builtins';
    import sys from 'sys';
    console.log([...sys.stdin]);
    input('again? ');`;
  const { stdout, stderr, exitcode } = await runProgram(source, { input: 'a\nb\n', during: (machine) => machine.closeInput() });
  expect(stdout).toBe("[ 'a\\n', 'b\\n' ]\nagain? ");
  expect(stderr).toMatch(/EOFError: EOF when reading a line\n$/);
  expect(exitcode).toBe(1);
});

test("a child's stdin is empty", async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import sys from 'sys';
    function child() {
      console.log([sys.stdin.read()]);
    }
    if (import.meta.main) {
      const p = new Process({ target: child });
      p.start();
      p.join();
      console.log(sys.stdin.readline());
    }`;
  expect((await runProgram(source, { input: 'for the parent\n' })).stdout).toBe("[ '' ]\nfor the parent\n\n");
});

test('Ctrl+C raises KeyboardInterrupt in blocked calls, in every process; finally runs', async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import time from 'time';
    function child() {
      try {
        console.log('sleeping');
        time.sleep(60);
      } finally {
        console.log('child cleans up');
      }
    }
    if (import.meta.main) {
      const p = new Process({ target: child });
      p.start();
      try {
        p.join();
      } catch (error) {
        p.join();
        console.log('caught', error.name, p.exitcode);
      }
    }`;
  const run = await runProgram(source, { during: once('sleeping', (machine) => machine.interrupt()) });
  expect(run.stdout).toBe('sleeping\nchild cleans up\ncaught KeyboardInterrupt 1\n');
  expect(run.stderr).toMatch(/^Process Process-1:\nTraceback[^]*KeyboardInterrupt\n$/);
  expect(run.exitcode).toBe(0);
});

test('an interrupt nobody catches ends the program as SIGINT would', async () => {
  const source = `
    import time from 'time';
    console.log('sleeping');
    time.sleep(60);`;
  const run = await runProgram(source, { during: once('sleeping', (machine) => machine.interrupt()) });
  expect(run.exitcode).toBe(-2);
  expect(run.stderr).toMatch(/^Traceback[^]*KeyboardInterrupt\n$/);
});

test('a loop that does not notice Ctrl+C is killed after one second', async () => {
  const source = `
    console.log('looping');
    for (;;);`;
  const run = await runProgram(source, { during: once('looping', (machine) => machine.interrupt()) });
  expect([run.exitcode, run.stderr]).toEqual([-2, '']);
  expect(run.snapshot.elapsedMs).toBeLessThan(4000);
});

test('a second Ctrl+C kills at once', async () => {
  const source = `
    import time from 'time';
    console.log('looping');
    const until = time.monotonic() + 30;
    while (time.monotonic() < until);`;
  let interruptedAt = 0;
  const run = await runProgram(source, {
    during: once('looping', (machine) => {
      interruptedAt = performance.now();
      machine.interrupt();
      machine.interrupt();
    }),
  });
  expect(run.exitcode).toBe(-2);
  expect(performance.now() - interruptedAt).toBeLessThan(900);
});

test('each Ctrl+C has its own second, however short ago another was heard', async () => {
  const source = `
    import time from 'time';
    try {
      console.log('sleeping');
      time.sleep(60);
    } catch {}
    time.sleep(0.8);
    try {
      console.log('looping');
      const until = time.monotonic() + 0.5;
      while (time.monotonic() < until);
      time.sleep(60);
    } catch (error) {
      console.log(error.name);
    }`;
  const run = await runProgram(source, {
    during: (machine, written) => {
      once('sleeping', () => machine.interrupt())(machine, written);
      once('looping', () => machine.interrupt())(machine, written);
    },
  });
  expect([run.stdout, run.exitcode]).toEqual(['sleeping\nlooping\nKeyboardInterrupt\n', 0]);
});

test("a manager's server outlives Ctrl+C, and ends with the last process that it serves", async () => {
  const source = `
    import { Manager } from 'multiprocessing';
    import time from 'time';
    if (import.meta.main) {
      const values = new Manager().dict({ n: 7 });
      try {
        console.log('sleeping');
        time.sleep(60);
      } catch (error) {
        console.log(error.name, values.get('n'));
      }
      console.log('looping');
      for (;;);
    }`;
  const run = await runProgram(source, {
    during: (machine, written) => {
      once('sleeping', () => machine.interrupt())(machine, written);
      once('looping', () => machine.interrupt())(machine, written);
    },
  });
  expect([run.stdout, run.stderr, run.exitcode]).toEqual(['sleeping\nKeyboardInterrupt 7\nlooping\n', '', -2]);
});

test('a process and its children can ignore Ctrl+C, or end by it without a word', async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import signal from 'signal';
    import time from 'time';
    const deaf = () => signal.getsignal(signal.SIGINT) === signal.SIG_IGN;
    function grandchild() {
      console.log('grandchild', deaf());
    }
    function child(isDeaf: boolean) {
      signal.signal(signal.SIGINT, isDeaf ? signal.SIG_IGN : signal.SIG_DFL);
      const started = new Process({ target: grandchild });
      started.start();
      started.join();
      console.log(isDeaf ? 'deaf' : 'hears');
      time.sleep(isDeaf ? 2.5 : 60);
    }
    if (import.meta.main) {
      for (const isDeaf of [true, false]) {
        const p = new Process({ target: child, args: [isDeaf] });
        p.start();
        try {
          p.join();
        } catch {
          p.join();
        }
        console.log(p.exitcode, deaf());
      }
    }`;
  const run = await runProgram(source, {
    during: (machine, written) => {
      once('deaf', () => machine.interrupt())(machine, written);
      once('hears', () => machine.interrupt())(machine, written);
    },
  });
  expect([run.stdout, run.stderr]).toEqual(['grandchild true\ndeaf\n0 false\ngrandchild false\nhears\n-2 false\n', '']);
});

test('stdin may be interrupted while it waits', async () => {
  const source = `
    import { input } from 'builtins';
    try {
      input('? ');
    } catch (error) {
      console.log(String(error));
    }`;
  const run = await runProgram(source, { during: once('? ', (machine) => machine.interrupt()) });
  expect(run.stdout).toBe('? KeyboardInterrupt\n');
});

test('a signal that comes before a child runs ends it all the same, 40 times', { timeout: 60_000 }, async () => {
  const source = `
    import { Process } from 'multiprocessing';
    import os from 'os';
    import { SIGINT } from 'signal';
    import time from 'time';
    function child() {
      time.sleep(60);
    }
    if (import.meta.main) {
      const codes = new Set();
      for (let round = 0; round < 40; round++) {
        const p = new Process({ target: child });
        p.start();
        const until = time.perfCounter() + round / 10000;
        while (time.perfCounter() < until);
        os.kill(p.pid, SIGINT);
        p.join();
        codes.add(p.exitcode);
      }
      console.log([...codes].every((code) => code === 1 || code === -2));
    }`;
  expect((await runProgram(source, { timeout: 50 })).stdout).toBe('true\n');
});
