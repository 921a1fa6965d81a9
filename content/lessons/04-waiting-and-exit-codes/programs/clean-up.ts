import { Process, currentProcess } from 'multiprocessing';
import sys from 'sys';
import time from 'time';

function work(seconds: number) {
  const name = currentProcess().name;
  try {
    console.log(`${name}: oven on`);
    time.sleep(seconds);
    sys.exit(3);
  } finally {
    console.log(`${name}: oven off`);
  }
}

if (import.meta.main) {
  const leaver = new Process({ name: 'leaver', target: work, args: [0.1] });
  leaver.start();
  leaver.join();
  console.log(`parent: leaver ended with ${leaver.exitcode}`);

  const victim = new Process({ name: 'victim', target: work, args: [60] });
  victim.start();
  time.sleep(1);
  victim.terminate();
  victim.join();
  console.log(`parent: victim ended with ${victim.exitcode}`);
}
