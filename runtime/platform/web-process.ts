import type { BoxToProcess, WorkerToBox } from '../box/protocol';
import { startProcess } from '../process/start-process';
import { frontEnd } from './front-end';

/* A process worker in the browser. The prototype's methods are kept: programs lose sight of the scope's own. */

const post = self.postMessage.bind(self);

startProcess(
  {
    cpuCount: navigator.hardwareConcurrency,
    hello: () => post({ type: 'worker/hello' } satisfies WorkerToBox),
    onAttach: (listener) => {
      self.onmessage = ({ data }: MessageEvent<BoxToProcess>) => {
        self.onmessage = null;
        listener(data.buffer, data.slot);
      };
    },
    onUncaught: (listener) => {
      self.addEventListener('unhandledrejection', (event) => listener(event.reason));
      self.addEventListener('error', (event) => listener(event.error));
    },
  },
  frontEnd,
);
