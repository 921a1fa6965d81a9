/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { runProgram } from '../contract/run-program';

/*
 * Programs that do one thing very often, with random numbers from a seed, and count what must be conserved. Here each runs for
 * a moment; `npm run stress -- --minutes 20` runs them over and over, in full, with another seed each time.
 */

// Not read from the disk: the contract runs in the browser too.
const files = import.meta.glob<string>('./programs/*.ts', { query: '?raw', import: 'default', eager: true });

/** How much of the whole each program does in a moment. */
const MOMENT: Readonly<Record<string, number>> = {
  locks: 0.1,
  queues: 0.03,
  kills: 0.15,
  barriers: 0.1,
  conditions: 0.1,
  messages: 0.1,
  objects: 0.02,
  pools: 0.1,
};

const environment = import.meta.env as Readonly<Record<string, string | undefined>>;
const firstSeed = Number(environment['VITE_STRESS_SEED'] ?? '1');
const seconds = Number(environment['VITE_STRESS_SECONDS'] ?? '0');

const LONGEST_SECONDS = 300;

async function run(name: string, seed: number, scale: number): Promise<void> {
  const sources = [
    { name: 'main.ts', source: files[`./programs/${name}.ts`] ?? '' },
    { name: 'random.ts', source: files['./programs/random.ts'] ?? '' },
  ];
  const { exitcode, stderr, stdout } = await runProgram(sources, {
    argv: ['main.ts', String(seed), String(scale)],
    timeout: LONGEST_SECONDS,
  });
  expect({ stdout, stderr, exitcode }, `${name}, seed ${seed}`).toEqual({ stdout: 'ok\n', stderr: '', exitcode: 0 });
}

test('every program has its moment', () => {
  const names = Object.keys(files).map((path) => /([\w-]+)\.ts$/.exec(path)?.[1]);
  expect(names.filter((name) => name !== 'random').sort()).toEqual(Object.keys(MOMENT).sort());
});

if (seconds === 0) {
  test.each(Object.entries(MOMENT))(`%s, seed ${firstSeed}`, (name, scale) => run(name, firstSeed, scale), 60_000);
} else {
  test(
    `everything, for ${seconds} s from seed ${firstSeed}`,
    async () => {
      const deadline = Date.now() + seconds * 1000;
      for (let seed = firstSeed; Date.now() < deadline; seed++) {
        for (const name of Object.keys(MOMENT)) {
          if (Date.now() >= deadline) break;
          const began = Date.now();
          await run(name, seed, 1);
          console.log(`seed ${seed}: ${name} ok after ${((Date.now() - began) / 1000).toFixed(1)} s`);
        }
      }
    },
    (seconds + 2 * LONGEST_SECONDS) * 1000,
  );
}
