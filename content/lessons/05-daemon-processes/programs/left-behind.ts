import { Process } from 'multiprocessing';
import time from 'time';

function watch() {
  console.log('watcher: on duty');
  try {
    time.sleep(2);
    console.log('watcher: two seconds on duty');
  } finally {
    console.log('watcher: going home');
  }
}

function deliver() {
  time.sleep(3);
  console.log('courier: delivered');
}

if (import.meta.main) {
  const watcher = new Process({ target: watch, daemon: true });
  const courier = new Process({ target: deliver });
  watcher.start();
  courier.start();
  time.sleep(1);
  console.log('parent: last line of the program');
}
