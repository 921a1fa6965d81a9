import { Process, currentProcess } from 'multiprocessing';
import os from 'os';

function report() {
  console.log(`  I am ${currentProcess().name}, pid ${os.getpid()}`);
}

if (import.meta.main) {
  console.log(`${currentProcess().name} has pid ${os.getpid()}`);
  for (const name of ['indexer', 'mailer', 'indexer']) {
    const p = new Process({ name, target: report });
    p.start();
    p.join();
    console.log(`${p.name} exited ${p.exitcode}`);
  }
}
