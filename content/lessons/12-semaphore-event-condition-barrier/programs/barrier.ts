import { Barrier, Process } from 'multiprocessing';
import time from 'time';

function hike(name: string, pace: number, meeting: Barrier) {
  for (const hut of [1, 2]) {
    time.sleep(pace);
    console.log(`  ${name} is at hut ${hut}`);
    meeting.wait();
  }
}

function setOut() {
  console.log('all here, on we go');
}

if (import.meta.main) {
  const meeting = new Barrier(3, { action: setOut });
  const hikers = ([['Anna', 0.1], ['Ben', 0.3], ['Carl', 0.5]] as const).map(
    ([name, pace]) => new Process({ target: hike, args: [name, pace, meeting] }),
  );
  for (const p of hikers) p.start();
  for (const p of hikers) p.join();
}
