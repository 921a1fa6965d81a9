import { Header } from './layout';
import type { Memory } from './memory';

/** Tells the kernel that there is something to look at. */
export function ringKernel(memory: Memory): void {
  memory.add(Header.doorbell, 1);
  if (memory.load(Header.kernelWaits) !== 0) Atomics.notify(memory.words, Header.doorbell, 1);
}

/** Turns in which a kernel that cannot wait asks again at once; afterwards it asks only every few milliseconds. */
const EAGER_TURNS = 100;
/** As often as browsers let timers fire. */
const IDLE_MS = 4;

/**
 * Calls `attend` now and after every ring of the doorbell, for the life of the kernel, on a thread that never blocks.
 *
 * @param canWait - without `Atomics.waitAsync`, which Firefox has since 145, the kernel looks from time to time.
 */
export function onDoorbell(memory: Memory, attend: () => void, canWait = 'waitAsync' in Atomics): void {
  // A task, not a microtask: the page's messages must get their turn even while processes ring without pause.
  const turns = new MessageChannel();
  let turn = () => loop();
  turns.port1.onmessage = () => turn();

  const loop = (): void => {
    memory.store(Header.kernelWaits, 0);
    const heard = memory.load(Header.doorbell);
    attend();
    if (!canWait) return look(heard);
    memory.store(Header.kernelWaits, 1);
    const wait = Atomics.waitAsync(memory.words, Header.doorbell, heard);
    if (wait.async) void wait.value.then(loop);
    else turns.port2.postMessage(null);
  };

  const look = (heard: number): void => {
    let quiet = 0;
    turn = () => {
      if (memory.load(Header.doorbell) !== heard) loop();
      else if (++quiet < EAGER_TURNS) turns.port2.postMessage(null);
      else setTimeout(turn, IDLE_MS);
    };
    turns.port2.postMessage(null);
  };
  loop();
}
