import type { BoxToProcess, WorkerToBox } from '../box/protocol';
import type { ProcessEndpoint } from '../process/start-process';

/** A process worker in the browser. The prototype's methods are kept: programs lose sight of the scope's own. */
export function webEndpoint(): ProcessEndpoint {
  const post = self.postMessage.bind(self);
  return {
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
  };
}
