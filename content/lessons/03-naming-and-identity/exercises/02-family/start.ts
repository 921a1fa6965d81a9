import { Process, currentProcess, parentProcess } from 'multiprocessing';

function introduce() {
  console.log(`${currentProcess().name}, child of ${parentProcess()?.name}`);
}

if (import.meta.main) {
  const first = new Process({ target: introduce });
  const second = new Process({ target: introduce });
  first.start();
  second.start();
  first.join();
  second.join();
}
