import { JoinableQueue, Process } from 'multiprocessing';
import time from 'time';

function wash(dishes: JoinableQueue<string>) {
  while (true) {
    const dish = dishes.get();
    time.sleep(0.2);
    console.log('  clean:', dish);
    dishes.taskDone();
  }
}

if (import.meta.main) {
  const dishes = new JoinableQueue<string>();
  for (const dish of ['cup', 'plate', 'pot']) {
    dishes.put(dish);
  }
  console.log('everything is in the sink');
  new Process({ target: wash, args: [dishes], daemon: true }).start();
  dishes.join();
  console.log('everything is clean');
}
