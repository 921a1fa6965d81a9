import { Process } from 'multiprocessing';
import time from 'time';

function dawdle() {
  time.sleep(5);
}

if (import.meta.main) {
  const p = new Process({ name: 'snail', target: dawdle });
  p.start();
  p.join();
  console.log(`ended with ${p.exitcode}`);
}
