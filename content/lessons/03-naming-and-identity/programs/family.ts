import { Process, currentProcess, parentProcess } from 'multiprocessing';
import os from 'os';

function introduce() {
  const me = currentProcess();
  const parent = parentProcess();
  if (parent === null) {
    console.log(`${me.name}, pid ${os.getpid()}: no parent process`);
  } else {
    console.log(`${me.name}, pid ${os.getpid()}: child of ${parent.name}, pid ${parent.pid}`);
  }
}

function descend(generations: number) {
  introduce();
  if (generations > 0) {
    const p = new Process({ target: descend, args: [generations - 1] });
    p.start();
    p.join();
  }
}

if (import.meta.main) {
  descend(2);
}
