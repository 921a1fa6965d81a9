import { Event, Process } from 'multiprocessing';
import time from 'time';

function run(name: string, gun: Event) {
  console.log(`${name} runs`);
}

if (import.meta.main) {
  const gun = new Event();
  const runners = ['Ann', 'Bob'].map((name) => new Process({ name, target: run, args: [name, gun] }));
  for (const p of runners) p.start();
  time.sleep(0.6);
  console.log('bang');
  for (const p of runners) p.join();
}
