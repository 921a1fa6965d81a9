import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BoxCore, type BoxWorker, type WorkerKind } from '../box/box-core';
import { Memory } from '../memory/memory';
import { Box } from '../page/box';
import type { Network } from '../page/network/network';

/** A box without a frame: on Node, workers are threads of the same program. */
export function createNodeBox(directory: URL, network?: Network): Box {
  return new Box((onFailure) => {
    const core = new BoxCore(
      (kind) => nodeWorker(directory, kind),
      (byteLength) => Memory.create(byteLength).buffer,
      (message) => {
        if (message.type === 'machine/failed') onFailure({ machine: message.machine, kind: message.reason, text: message.text });
      },
    );
    return {
      open: () => undefined,
      warm: () => core.warm(),
      create: (machine, image, options, port) => core.create(machine, image, options, port),
      destroy: (machine) => core.destroy(machine),
      abandon: () => undefined,
    };
  }, network);
}

function nodeWorker(directory: URL, kind: WorkerKind): BoxWorker {
  const worker = new Worker(new URL('load.cjs', directory), {
    workerData: fileURLToPath(new URL(`${kind}.cjs`, directory)),
    stdin: false,
    env: {},
    // Nor what this process was started with: each thread would load it again.
    execArgv: [],
  });
  // A machine lives as long as its kernel; those that wait for the next one keep nobody from leaving.
  if (kind !== 'kernel') worker.unref();
  return {
    // Node wants ports inside the message as well as in the list.
    post: (message, transfer = []) => {
      const [port] = transfer;
      worker.postMessage(port === undefined ? message : { ...message, port }, transfer as never);
    },
    onMessage: (listener) => worker.on('message', listener),
    onError: (listener) => worker.removeAllListeners('error').on('error', (error) => listener(String(error))),
    terminate: () => void worker.terminate(),
  };
}
