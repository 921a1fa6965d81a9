import mp from 'multiprocessing';
import time from 'time';

function daemon() {
  console.log('Starting daemon');
  time.sleep(30);
  console.log('Exiting daemon (never printed)');
}

function nonDaemon() {
  console.log('Starting non-daemon');
  time.sleep(1);
  console.log('Exiting non-daemon');
}

if (import.meta.main) {
  const d = new mp.Process({ name: 'daemon', target: daemon, daemon: true });
  const n = new mp.Process({ name: 'non-daemon', target: nonDaemon });
  d.start(); time.sleep(1.5); n.start();
  console.log('main done');
}
