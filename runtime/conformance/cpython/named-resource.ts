import mp from 'multiprocessing';

const context = mp.getContext('spawn');

/** Made in every process, and given back by every one. */
export const globalResource = new context.Semaphore();

function nothing(): void {}

export function testGlobalNamedResourceSpawn(): void {
  const p = new context.Process({ target: nothing });
  p.start();
  p.join();
}
