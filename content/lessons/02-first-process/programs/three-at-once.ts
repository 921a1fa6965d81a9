import { Process } from 'multiprocessing';
import os from 'os';

function report(letter: string) {
  console.log(`child ${letter}: my pid is ${os.getpid()}, my parent is ${os.getppid()}`);
}

if (import.meta.main) {
  console.log(`parent: my pid is ${os.getpid()}`);
  const children: Process[] = [];
  for (const letter of ['a', 'b', 'c']) {
    const p = new Process({ target: report, args: [letter] });
    p.start();
    console.log(`parent: started ${letter}, its pid is ${p.pid}`);
    children.push(p);
  }
  for (const p of children) p.join();
  console.log('parent: all three are done');
}
