import mp from 'multiprocessing';
import time from 'time';
import os from 'os';
import signal from 'signal';
// @ts-expect-error: the contract's own module has no public types. On a busy machine half a second is no promise.
import { semaphores, system } from '_system';

function f(begun: number) {
  semaphores.post(begun);
  time.sleep(30);
}

if (import.meta.main) {
  const begun = system.createSemaphore(0);
  const p = new mp.Process({ target: f, args: [begun] }); p.start(); semaphores.acquire(begun);
  os.kill(p.pid!, signal.SIGINT);
  p.join(); console.log(p.exitcode);
}
