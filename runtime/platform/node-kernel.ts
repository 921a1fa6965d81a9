import { parentPort, type MessagePort as NodeMessagePort } from 'node:worker_threads';
import type { BoxToKernel, WorkerToBox } from '../box/protocol';
import { type PagePort, startKernel } from '../kernel/start-kernel';

/** Node hands over ports inside the message; browsers beside it. */
type WithPort = BoxToKernel & { readonly port?: NodeMessagePort };

startKernel({
  post: (message) => parentPort?.postMessage(message),
  onMessage: (listener) => {
    parentPort?.on('message', (message: WithPort) =>
      listener(message, message.port ? [message.port as unknown as PagePort] : []),
    );
  },
});
parentPort?.postMessage({ type: 'worker/hello' } satisfies WorkerToBox);
