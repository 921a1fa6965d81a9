import { Memory } from '../memory/memory';
import type { BoxToKernel, KernelToBox, Occasion } from '../box/protocol';
import type { PageToKernel } from './protocol';
import { Kernel } from './kernel';

/** The kernel worker's view of its surroundings; one per platform. */
export interface KernelEndpoint {
  post(message: KernelToBox): void;
  onMessage(listener: (message: BoxToKernel, ports: readonly PagePort[]) => void): void;
}

/** A MessagePort, as far as the kernel needs it. */
export type PagePort = Pick<MessagePort, 'postMessage' | 'onmessage'>;

/** The entry of a kernel worker: waits for its machine and serves it until the worker is terminated. */
export function startKernel(endpoint: KernelEndpoint): void {
  let kernel: Kernel | null = null;
  endpoint.onMessage((message, ports) => {
    switch (message.type) {
      case 'kernel/start': {
        const [page] = ports;
        if (page === undefined) throw new TypeError('Cannot start a kernel: no port to the page');
        const workers = {
          create: (slot: number, occasion: Occasion) => endpoint.post({ type: 'worker/create', slot, occasion }),
          terminate: (slot: number) => endpoint.post({ type: 'worker/terminate', slot }),
          release: (slot: number) => endpoint.post({ type: 'worker/release', slot }),
        };
        const booted = new Kernel(Memory.attach(message.buffer), workers, (told) =>
          page.postMessage(told, 'records' in told ? [told.records.buffer] : []),
        );
        page.onmessage = ({ data }) => booted.receive(data as PageToKernel);
        booted.boot(message.image);
        kernel = booted;
        break;
      }
      case 'worker/failed':
        kernel?.workerFailed(message.slot, message.text);
        break;
    }
  });
}
