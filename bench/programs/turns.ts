/* What `bench/threads.ts` measures: loops, calls and recursion, which threads are written into and all else is not. */

const ROUNDS = 7;

function loop(count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum = (sum + n * 7) % 1_000_003;
  return sum;
}

function step(sum: number, n: number): number {
  return (sum + n * 7) % 1_000_003;
}

function calls(count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum = step(sum, n);
  return sum;
}

function recursion(n: number): number {
  return n < 2 ? 1 : recursion(n - 1) + recursion(n - 2);
}

/** Milliseconds, the best of some rounds: what else runs on the machine only ever adds. */
function best(seconds: () => number, work: () => number): number {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = seconds();
    if (work() < 0) throw new Error('Cannot be less than nothing');
    rounds.push((seconds() - began) * 1000);
  }
  return Math.min(...rounds);
}

/** @param seconds - a clock. */
export function measure(seconds: () => number) {
  return {
    loop: best(seconds, () => loop(5_000_000)),
    calls: best(seconds, () => calls(2_000_000)),
    recursion: best(seconds, () => recursion(30)),
  };
}
