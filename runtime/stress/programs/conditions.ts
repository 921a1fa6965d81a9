import mp, { type RawValue } from 'multiprocessing';
import { range } from 'builtins';
import sys from 'sys';
import time from 'time';
import { check, randomBy } from './random';

/*
 * conditions.ts SEED SCALE: some wait for tokens with timeouts that are often too short, others bring some and notify one, a few
 * or all. Every token is taken once; of those that wait, no more wake than were notified; and all end.
 */

const WAITERS = 4;

interface Shared {
  readonly condition: mp.Condition;
  readonly tokens: RawValue<'i'>;
  readonly taken: RawValue<'i'>;
  readonly woken: RawValue<'i'>;
  readonly over: RawValue<'i'>;
}

function take({ condition, tokens, taken, woken, over }: Shared, seed: number): void {
  const random = randomBy(seed);
  using _ = condition.hold();
  for (;;) {
    if (tokens.value > 0) {
      tokens.value -= 1;
      taken.value += 1;
      continue;
    }
    if (over.value === 1) return;
    const timeout = random();
    if (condition.wait(timeout < 0.5 ? timeout * 0.004 : null)) woken.value += 1;
  }
}

function bring({ condition, tokens, over }: Shared, seed: number, rounds: number): [brought: number, notified: number] {
  const random = randomBy(seed);
  let brought = 0;
  let notified = 0;
  for (const _ of range(rounds)) {
    const count = Math.floor(random() * 4);
    {
      using _lock = condition.hold();
      tokens.value += count;
      brought += count;
      const kind = random();
      if (kind < 0.4) condition.notify();
      else if (kind < 0.7) condition.notify(count);
      else if (kind < 0.9) condition.notifyAll();
      notified += kind < 0.4 ? 1 : kind < 0.7 ? count : kind < 0.9 ? WAITERS : 0;
    }
    if (random() < 0.2) time.sleep(random() * 0.002);
  }
  using _lock = condition.hold();
  over.value = 1;
  condition.notifyAll();
  return [brought, notified + WAITERS];
}

if (import.meta.main) {
  const [, seed = '1', scale = '1'] = sys.argv;
  const shared: Shared = {
    condition: new mp.Condition(),
    tokens: new mp.RawValue('i', 0),
    taken: new mp.RawValue('i', 0),
    woken: new mp.RawValue('i', 0),
    over: new mp.RawValue('i', 0),
  };
  const processes = range(WAITERS).map((n) => new mp.Process({ target: take, args: [shared, Number(seed) + n] }));
  for (const process of processes) process.start();
  const [brought, notified] = bring(shared, Number(seed) + WAITERS, Math.ceil(3000 * Number(scale)));
  for (const process of processes) process.join();
  for (const process of processes) check(process.exitcode === 0, `a process ended with ${process.exitcode}`);
  check(shared.taken.value === brought && shared.tokens.value === 0, `${shared.taken.value} were taken, of ${brought}`);
  check(shared.woken.value <= notified, `${shared.woken.value} woke, and ${notified} were notified`);
  check(String(shared.condition).endsWith(', 0)>'), `somebody sleeps still: ${String(shared.condition)}`);
  console.log('ok');
}
