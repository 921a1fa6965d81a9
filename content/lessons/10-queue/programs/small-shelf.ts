import { Process, Queue } from 'multiprocessing';
import { Empty, Full } from 'queue';
import time from 'time';

function customer(shelf: Queue<string>) {
  time.sleep(1);
  console.log('  customer:', shelf.get());
}

if (import.meta.main) {
  const shelf = new Queue<string>(2);
  try {
    shelf.get(true, 0.3);
  } catch (error) {
    if (!(error instanceof Empty)) throw error;
    console.log('nothing on the shelf');
  }
  shelf.put('bread');
  shelf.put('rolls');
  try {
    shelf.putNowait('cake');
  } catch (error) {
    if (!(error instanceof Full)) throw error;
    console.log('no room for the cake');
  }
  const p = new Process({ target: customer, args: [shelf] });
  p.start();
  shelf.put('cake');
  p.join();
  console.log('left:', shelf.get(), 'and', shelf.get());
}
