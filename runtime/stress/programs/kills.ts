import mp, { type RawArray, type RawValue } from 'multiprocessing';
import { range } from 'builtins';
import sys from 'sys';
import time from 'time';
import { check, randomBy } from './random';

/*
 * kills.ts SEED SCALE: as queues.ts, while producers and consumers are killed at random. A consumer that is killed may take
 * with it the one message that it had got and not written down; of a producer that is killed, what it had not put yet never
 * comes. Nothing else is lost, nothing comes twice, and nobody hangs.
 */

const PRODUCERS = 4;
const CONSUMERS = 4;
type Message = readonly [producer: number, sequence: number];

interface Line<T> {
  put(item: T): void;
  get(): T;
}

function produce(queue: Line<Message | null>, producer: number, begun: RawValue<'i'>, count: number, seed: number): void {
  const random = randomBy(seed);
  for (const sequence of range(count)) {
    begun.value = sequence + 1;
    queue.put([producer, sequence]);
    if (random() < 0.05) time.sleep(random() * 0.002);
  }
}

function consume(queue: Line<Message | null>, log: RawArray<'i'>, length: RawValue<'i'>, per: number): void {
  for (let item = queue.get(); item !== null; item = queue.get()) {
    log[length.value] = item[0] * per + item[1];
    length.value += 1;
  }
}

interface Consumer {
  readonly process: mp.Process<never>;
  readonly log: RawArray<'i'>;
  readonly length: RawValue<'i'>;
}

function run(name: string, queue: Line<Message | null>, count: number, kills: number, seed: number): void {
  const random = randomBy(seed);
  const begun = range(PRODUCERS).map(() => new mp.RawValue('i', 0));
  const producers = begun.map(
    (value, producer) => new mp.Process({ target: produce, args: [queue, producer, value, count, seed + producer + 1] }),
  );
  const all: Consumer[] = [];
  const addConsumer = (): Consumer => {
    const log = new mp.RawArray('i', PRODUCERS * count);
    const length = new mp.RawValue('i', 0);
    const process = new mp.Process({ target: consume, args: [queue, log, length, count] });
    const consumer = { process, log, length };
    process.start();
    all.push(consumer);
    return consumer;
  };
  let consumers = range(CONSUMERS).map(addConsumer);
  for (const process of producers) process.start();

  const killed = new Set<number>();
  let killedConsumers = 0;
  for (const _ of range(kills)) {
    time.sleep(random() * 0.03);
    if (random() < 0.3) {
      const victim = Math.floor(random() * PRODUCERS);
      if (!producers[victim]!.isAlive()) continue;
      producers[victim]!.kill();
      killed.add(victim);
    } else {
      const victim = Math.floor(random() * CONSUMERS);
      consumers[victim]!.process.kill();
      killedConsumers++;
      consumers = consumers.map((consumer, index) => (index === victim ? addConsumer() : consumer));
    }
  }
  for (const process of producers) process.join();
  for (const _ of consumers) queue.put(null);
  for (const { process } of consumers) process.join();

  const seen = new Set<number>();
  for (const { log, length } of all) {
    const last = range(PRODUCERS).map(() => -1);
    for (const message of log.slice(0, length.value)) {
      const producer = Math.floor(message / count);
      const sequence = message % count;
      check(!seen.has(message), `${name}: ${producer}'s ${sequence} came twice`);
      check(sequence > last[producer]!, `${name}: ${producer}'s ${sequence} came after ${last[producer]}`);
      check(sequence < begun[producer]!.value, `${name}: ${producer}'s ${sequence} was never put`);
      last[producer] = sequence;
      seen.add(message);
    }
  }
  let missing = 0;
  for (const producer of range(PRODUCERS)) {
    const own = [...seen].filter((message) => Math.floor(message / count) === producer).map((message) => message % count);
    // A killed producer's messages end somewhere; until there, as of the others, all have come but those that were taken away.
    const expected = killed.has(producer) ? Math.max(-1, ...own) + 1 : count;
    missing += expected - own.length;
  }
  check(missing <= killedConsumers, `${name}: ${missing} are missing, and ${killedConsumers} consumers were killed`);
}

if (import.meta.main) {
  const [, seed = '1', scale = '1'] = sys.argv;
  const count = Math.ceil(1500 * Number(scale));
  const kills = Math.ceil(12 * Number(scale));
  run('Queue', new mp.Queue(), count, kills, Number(seed));
  run('Queue(500)', new mp.Queue(500), count, kills, Number(seed) + 100);
  run('SimpleQueue', new mp.SimpleQueue(), count, kills, Number(seed) + 200);
  console.log('ok');
}
