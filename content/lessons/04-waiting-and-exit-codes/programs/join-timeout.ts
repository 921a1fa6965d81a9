import { Process } from 'multiprocessing';
import time from 'time';

function cook() {
  time.sleep(1.5);
  console.log('cook: the soup is ready');
}

function look(p: Process) {
  const alive = p.isAlive() ? 'yes' : 'no';
  const code = p.exitcode === null ? 'none yet' : p.exitcode;
  console.log(`parent: alive? ${alive}; exit code: ${code}`);
}

if (import.meta.main) {
  const p = new Process({ target: cook });
  look(p);
  p.start();
  let answer: unknown = p.join(0.3);
  console.log(`parent: join(0.3) returned ${answer === undefined ? 'nothing' : 'something'}`);
  look(p);
  answer = p.join();
  console.log(`parent: join() returned ${answer === undefined ? 'nothing' : 'something'}`);
  look(p);
}
