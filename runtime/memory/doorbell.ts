import { Header } from './layout';
import type { Memory } from './memory';

/** Tells the kernel that there is something to look at. */
export function ringKernel(memory: Memory): void {
  memory.add(Header.doorbell, 1);
  if (memory.load(Header.kernelWaits) !== 0) Atomics.notify(memory.words, Header.doorbell, 1);
}

/** Calls `attend` now and after every ring of the doorbell, for the life of the kernel, on a thread that never blocks. */
export function onDoorbell(memory: Memory, attend: () => void): void {
  // A task, not a microtask: the page's messages must get their turn even while processes ring without pause.
  const turns = new MessageChannel();
  turns.port1.onmessage = () => loop();

  const loop = (): void => {
    memory.store(Header.kernelWaits, 0);
    const heard = memory.load(Header.doorbell);
    attend();
    memory.store(Header.kernelWaits, 1);
    const wait = Atomics.waitAsync(memory.words, Header.doorbell, heard);
    if (wait.async) void wait.value.then(loop);
    else turns.port2.postMessage(null);
  };
  loop();
}
