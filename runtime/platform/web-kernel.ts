import type { BoxToKernel, WorkerToBox } from '../box/protocol';
import { startKernel } from '../kernel/start-kernel';

startKernel({
  post: (message) => self.postMessage(message),
  onMessage: (listener) => {
    self.onmessage = ({ data, ports }: MessageEvent<BoxToKernel>) => listener(data, ports);
  },
});
self.postMessage({ type: 'worker/hello' } satisfies WorkerToBox);
