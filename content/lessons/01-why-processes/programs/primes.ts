import { Process, cpuCount } from 'multiprocessing';
import time from 'time';

const FIRST = 10_000_000;
const SIZE = 500_000;
const PIECES = 4;

function isPrime(n: number) {
  for (let d = 2; d * d <= n; d++) {
    if (n % d === 0) return false;
  }
  return true;
}

function countPrimes(piece: number) {
  const start = FIRST + (piece - 1) * SIZE;
  let found = 0;
  for (let n = start; n < start + SIZE; n++) {
    if (isPrime(n)) found++;
  }
  console.log(`piece ${piece}: ${found} primes`);
}

function inOneProcess() {
  for (let piece = 1; piece <= PIECES; piece++) {
    countPrimes(piece);
  }
}

function inSeveralProcesses() {
  const workers: Process[] = [];
  for (let piece = 1; piece <= PIECES; piece++) {
    const p = new Process({ target: countPrimes, args: [piece] });
    p.start();
    workers.push(p);
  }
  for (const p of workers) p.join();
}

function seconds(work: () => void) {
  const before = time.perfCounter();
  work();
  return time.perfCounter() - before;
}

if (import.meta.main) {
  console.log(`cores: ${cpuCount()}`);
  const one = seconds(inOneProcess);
  console.log(`one process: ${one.toFixed(2)} s`);
  const several = seconds(inSeveralProcesses);
  console.log(`${PIECES} processes: ${several.toFixed(2)} s`);
  console.log(`speed-up: ${(one / several).toFixed(2)} times`);
}
