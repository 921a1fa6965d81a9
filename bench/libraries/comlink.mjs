import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { aSecond, items, megabyte, milliseconds, report, times } from './timing.mjs';

function open() {
  const worker = new Worker(new URL('comlink-worker.mjs', import.meta.url));
  return { worker, remote: wrap(nodeEndpoint(worker)) };
}

const [one, two] = [open(), open()];
const pair = [one.remote, two.remote];

report({
  start: await milliseconds(async () => {
    const { worker, remote } = open();
    await remote.same(1);
    await worker.terminate();
  }),
  apply: await aSecond(2000, () => times(2000, () => one.remote.same(1))),
  map1: await milliseconds(() => Promise.all(items.map((n) => pair[n % 2].same(n)))),
  megabyte: await milliseconds(() => one.remote.same(megabyte)),
  objects: await aSecond(2000, () => times(2000, () => one.remote.same({ id: 1, name: 'x' }))),
});
