import { Process } from 'multiprocessing';
import time from 'time';

function dawdle() {
  time.sleep(5);
}

if (import.meta.main) {
  const p = new Process({ name: 'snail', target: dawdle });
  p.start();
  p.join(0.2);
  if (p.exitcode === null) {
    p.terminate();
    p.join();
  }
  console.log(`ended with ${p.exitcode}`);
}
