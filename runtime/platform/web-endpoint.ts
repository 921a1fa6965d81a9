import type { BoxToProcess, WorkerToBox } from '../box/protocol';
import type { ProcessEndpoint } from '../process/start-process';

/** A process worker in the browser. The prototype's methods are kept: programs lose sight of the scope's own. */
export function webEndpoint(): ProcessEndpoint {
  const post = self.postMessage.bind(self);
  const listen = self.addEventListener.bind(self);
  return {
    cpuCount: navigator.hardwareConcurrency,
    hello: () => post({ type: 'worker/hello' } satisfies WorkerToBox),
    attached: () => new Promise((resolve) => listen('message', ({ data }) => resolve(data as BoxToProcess), { once: true })),
    onUncaught: (listener) => {
      listen('unhandledrejection', (event) => listener(event.reason));
      listen('error', (event) => listener(event.error));
    },
  };
}
