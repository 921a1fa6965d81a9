import { Process, currentProcess, parentProcess } from 'multiprocessing';

function introduce(generations: number) {
  console.log(`${currentProcess().name}, child of ${parentProcess()?.name}`);
  if (generations === 1) return;
  const p = new Process({ target: introduce, args: [generations - 1] });
  p.start();
  p.join();
}

if (import.meta.main) {
  const p = new Process({ target: introduce, args: [2] });
  p.start();
  p.join();
}
