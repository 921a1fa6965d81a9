import mp from 'multiprocessing';
import sys from 'sys';

function printNumber(): void {
  console.log('123');
}

/** The harness calls it without a main guard: the child must not start another, and the program has to fail. */
export function testNoforkbomb(): void {
  const p = new mp.Process({ target: printNumber });
  p.start();
  p.join();
  sys.exit(p.exitcode);
}
