import { availableParallelism } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { BoxToProcess, WorkerToBox } from '../box/protocol';
import { startProcess } from '../process/start-process';
import { frontEnd } from './front-end';

startProcess(
  {
    cpuCount: availableParallelism(),
    hello: () => parentPort?.postMessage({ type: 'worker/hello' } satisfies WorkerToBox),
    onAttach: (listener) => parentPort?.once('message', ({ buffer, slot }: BoxToProcess) => listener(buffer, slot)),
    onUncaught: (listener) => {
      process.on('uncaughtException', listener);
      process.on('unhandledRejection', listener);
    },
  },
  frontEnd,
);
