import { Lock, Process, RLock } from 'multiprocessing';
import { AssertionError } from 'builtins';

function answer(x: boolean) {
  return x ? 'yes' : 'no';
}

function release(lock: Lock | RLock) {
  try {
    lock.release();
    console.log('  released by the child');
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    console.log('  refused:', error.message);
  }
}

if (import.meta.main) {
  for (const [name, lock] of [['Lock', new Lock()], ['RLock', new RLock()]] as const) {
    console.log(name);
    lock.acquire();
    console.log('  a second time?', answer(lock.acquire(true, 0.3)));
    const p = new Process({ target: release, args: [lock] });
    p.start();
    p.join();
  }
}
