import { Process, Semaphore } from 'multiprocessing';
import time from 'time';

function load(name: string, places: Semaphore) {
  using _ = places.hold();
  time.sleep(0.3);
  console.log(`${name} has loaded`);
}

if (import.meta.main) {
  const places = new Semaphore(2);
  const clients = ['a', 'b', 'c', 'd', 'e'].map((name) => new Process({ name, target: load, args: [name, places] }));
  for (const p of clients) p.start();
  for (const p of clients) p.join();
}
