import { Pool } from 'multiprocessing';
import { Pool as ThreadPool } from 'multiprocessing/dummy';
import time from 'time';

const ROUNDS = 20_000_000;

function wait(seconds: number) {
  time.sleep(seconds);
}

function count(rounds: number) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += i % 7;
  return sum;
}

function report(what: string, work: () => unknown) {
  const before = time.perfCounter();
  work();
  console.log(`${what}: ${(time.perfCounter() - before).toFixed(2)} s`);
}

function compare(crew: string, pool: Pool | ThreadPool) {
  pool.map(wait, [0, 0]);
  report(`${crew} wait`, () => pool.map(wait, [0.3, 0.3]));
  report(`${crew} count`, () => pool.map(count, [ROUNDS, ROUNDS]));
}

if (import.meta.main) {
  report('one thread waits twice', () => [0.3, 0.3].forEach(wait));
  report('one thread counts twice', () => [ROUNDS, ROUNDS].forEach(count));
  using threads = new ThreadPool(2);
  compare('two threads', threads);
  using processes = new Pool(2);
  compare('two processes', processes);
}
