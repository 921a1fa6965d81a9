import { Event, Process } from 'multiprocessing';
import time from 'time';

function run(name: string, ready: Event, gun: Event) {
  console.log(`  ${name} is at the line`);
  ready.set();
  gun.wait();
  console.log(`  ${name} runs`);
}

if (import.meta.main) {
  const gun = new Event();
  const runners: Process[] = [];
  for (const name of ['Anna', 'Ben', 'Carl']) {
    const ready = new Event();
    const p = new Process({ target: run, args: [name, ready, gun] });
    p.start();
    ready.wait();
    runners.push(p);
  }
  console.log('fired already?', gun.isSet() ? 'yes' : 'no');
  time.sleep(0.5);
  console.log('bang');
  gun.set();
  for (const p of runners) p.join();
  console.log('waiting once more:', gun.wait(0.1) ? 'set' : 'not set');
}
