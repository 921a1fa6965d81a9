import mp, { type RawValue } from 'multiprocessing';
import { range } from 'builtins';
import sys from 'sys';
import { check } from './random';

/*
 * barriers.ts SEED SCALE: nobody leaves a round before all have come, and one in each round is told 0.
 */

const PROCESSES = 4;

function go(barrier: mp.Barrier, arrived: mp.Value<'i'>, zeros: mp.Value<'i'>, ahead: RawValue<'i'>, rounds: number): void {
  for (const round of range(rounds)) {
    {
      using _ = arrived.hold();
      arrived.value += 1;
    }
    if (barrier.wait() === 0) {
      using _ = zeros.hold();
      zeros.value += 1;
    }
    const seen = arrived.value;
    if (seen < PROCESSES * (round + 1) || seen > PROCESSES * (round + 2)) ahead.value = round + 1;
  }
}

if (import.meta.main) {
  const [, , scale = '1'] = sys.argv;
  const rounds = Math.ceil(1000 * Number(scale));
  const barrier = new mp.Barrier(PROCESSES);
  const arrived = new mp.Value('i', 0);
  const zeros = new mp.Value('i', 0);
  const ahead = new mp.RawValue('i', 0);
  const processes = range(PROCESSES).map(() => new mp.Process({ target: go, args: [barrier, arrived, zeros, ahead, rounds] }));
  for (const process of processes) process.start();
  for (const process of processes) process.join();
  for (const process of processes) check(process.exitcode === 0, `a process ended with ${process.exitcode}`);
  check(ahead.value === 0, `somebody was ahead in round ${ahead.value - 1}`);
  check(arrived.value === PROCESSES * rounds, `${arrived.value} came, of ${PROCESSES * rounds}`);
  check(zeros.value === rounds, `${zeros.value} were told 0 in ${rounds} rounds`);
  check(barrier.nWaiting === 0 && !barrier.broken, 'the barrier is not as it was');
  console.log('ok');
}
