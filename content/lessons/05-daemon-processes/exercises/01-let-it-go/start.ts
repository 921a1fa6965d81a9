import { Process } from 'multiprocessing';
import time from 'time';

function tick() {
  for (;;) time.sleep(0.1);
}

function deliver() {
  time.sleep(0.3);
  console.log('delivered');
}

if (import.meta.main) {
  new Process({ name: 'clock', target: tick }).start();
  new Process({ name: 'courier', target: deliver }).start();
  time.sleep(0.5);
  console.log('that was it');
}
