import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import { aSecond, items, megabyte, milliseconds, report, times } from './timing.mjs';

const script = fileURLToPath(new URL('workerpool-worker.mjs', import.meta.url));
const open = (maxWorkers) => workerpool.pool(script, { maxWorkers, minWorkers: maxWorkers, workerType: 'thread' });

const pool = open(2);

report({
  start: await milliseconds(async () => {
    const single = open(1);
    await single.exec('same', [1]);
    await single.terminate();
  }),
  apply: await aSecond(2000, () => times(2000, () => pool.exec('same', [1]))),
  map1: await milliseconds(() => Promise.all(items.map((n) => pool.exec('same', [n])))),
  megabyte: await milliseconds(() => pool.exec('same', [megabyte])),
  objects: await aSecond(2000, () => times(2000, () => pool.exec('same', [{ id: 1, name: 'x' }]))),
});
