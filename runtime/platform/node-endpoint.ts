import { availableParallelism } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { BoxToProcess, WorkerToBox } from '../box/protocol';
import type { ProcessEndpoint } from '../process/start-process';

/** A process worker as a thread of Node. */
export function nodeEndpoint(): ProcessEndpoint {
  return {
    cpuCount: availableParallelism(),
    hello: () => parentPort?.postMessage({ type: 'worker/hello' } satisfies WorkerToBox),
    attached: () => new Promise((resolve) => parentPort?.once('message', (message: BoxToProcess) => resolve(message))),
    onUncaught: (listener) => {
      process.on('uncaughtException', listener);
      process.on('unhandledRejection', listener);
    },
  };
}
