import { Process } from 'multiprocessing';
import time from 'time';

function load(name: string) {
  time.sleep(0.3);
  console.log(`${name} has loaded`);
}

if (import.meta.main) {
  const clients = ['a', 'b', 'c', 'd', 'e'].map((name) => new Process({ name, target: load, args: [name] }));
  for (const p of clients) p.start();
  for (const p of clients) p.join();
}
