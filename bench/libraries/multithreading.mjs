import { initRuntime, Mutex, move, spawn } from 'multithreading';
import { aSecond, items, megabyte, milliseconds, report, times } from './timing.mjs';

initRuntime({ maxWorkers: 2 });

const COUNT = 20_000;

async function call(x) {
  const result = await spawn(move(x), (y) => y).join();
  if (!result.ok) throw result.error;
  return result.value;
}

const mutex = new Mutex(new Int32Array(new SharedArrayBuffer(4)));

function add() {
  return spawn(move(mutex, COUNT), async (shared, count) => {
    for (let i = 0; i < count; i++) {
      const guard = await shared.lock();
      guard.value[0]++;
      guard.dispose();
    }
  }).join();
}

const rows = {
  apply: await aSecond(1000, () => times(1000, () => call(1))),
  map1: await milliseconds(() => Promise.all(items.map((n) => call(n)))),
  // What is moved is gone, so each round makes its own.
  megabyte: await milliseconds(() => call(megabyte.slice())),
  objects: await aSecond(1000, () => times(1000, () => call({ id: 1, name: 'x' }))),
  lock: await aSecond(COUNT, () =>
    times(COUNT, async () => {
      const guard = await mutex.lock();
      guard.dispose();
    }),
  ),
  value: await aSecond(2 * COUNT, () => Promise.all([add(), add()])),
};

const guard = await mutex.lock();
const expected = 2 * COUNT * (rows.value.length + 1);
if (guard.value[0] !== expected) throw new Error(`Lost updates: ${guard.value[0]} of ${expected}`);
report(rows);
