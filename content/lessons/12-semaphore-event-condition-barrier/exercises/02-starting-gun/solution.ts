import { Event, Process } from 'multiprocessing';
import time from 'time';

function run(name: string, gun: Event) {
  gun.wait();
  console.log(`${name} runs`);
}

if (import.meta.main) {
  const gun = new Event();
  const runners = ['Ann', 'Bob'].map((name) => new Process({ name, target: run, args: [name, gun] }));
  for (const p of runners) p.start();
  time.sleep(0.6);
  console.log('bang');
  gun.set();
  for (const p of runners) p.join();
}
