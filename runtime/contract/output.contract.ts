import { expect, test } from 'vitest';
import { runProgram } from './run-program';

/* What is printed arrives whole, in order, and all of it. */

test('a callback that prints while its process does tears no line', async () => {
  const { stdout, exitcode } = await runProgram(`
    import { Pool } from 'multiprocessing';
    function same(n) { return n; }
    if (import.meta.main) {
      using pool = new Pool(2);
      let answers = 0;
      const callback = (n) => { console.log('answer', n, 'a'.repeat(n)); answers++; };
      for (let n = 0; n < 200; n++) pool.applyAsync(same, [n], {}, { callback });
      while (answers < 200) console.log('waiting ' + 'w'.repeat(answers));
    }
  `);
  const lines = stdout.split('\n').slice(0, -1);
  const isWhole = (line: string) =>
    /^waiting w*$/.test(line) || line === `answer ${answerOf(line)} ${'a'.repeat(answerOf(line))}`;
  expect(lines.filter((line) => !isWhole(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('answer'))).toHaveLength(200);
  expect(exitcode).toBe(0);
});

test('a flood arrives in order and complete, from several processes, with characters of every length', async () => {
  const { stdout, exitcode } = await runProgram(`
    import { Process } from 'multiprocessing';
    function flood(letter) {
      for (let n = 0; n < 20_000; n++) console.log(letter, n, 'é中🙂'.slice(0, n % 5));
    }
    if (import.meta.main) {
      const writers = ['x', 'y', 'z'].map((letter) => new Process({ target: flood, args: [letter] }));
      for (const writer of writers) writer.start();
      for (const writer of writers) writer.join();
    }
  `);
  for (const letter of ['x', 'y', 'z']) {
    const lines = stdout.split('\n').filter((line) => line.startsWith(letter));
    const expected = Array.from({ length: 20_000 }, (_, n) => `${letter} ${n} ${'é中🙂'.slice(0, n % 5).toWellFormed()}`);
    expect(lines).toEqual(expected);
  }
  expect(exitcode).toBe(0);
});

test('what is longer than all rings is written in one piece', async () => {
  const { stdout } = await runProgram(`console.log('x'.repeat(1_000_000), 'end');`);
  expect(stdout).toBe(`${'x'.repeat(1_000_000)} end\n`);
});

function answerOf(line: string): number {
  return Number(/^answer (\d+)/.exec(line)?.[1]);
}
