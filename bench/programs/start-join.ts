import { Process } from 'multiprocessing';
import time from 'time';

function nothing() {}

if (import.meta.main) {
  const milliseconds = [];
  for (let i = 0; i < 15; i++) {
    time.sleep(0.2);
    const began = time.perfCounter();
    const p = new Process({ target: nothing });
    p.start();
    p.join();
    milliseconds.push((time.perfCounter() - began) * 1000);
  }
  console.log(JSON.stringify(milliseconds));
}
