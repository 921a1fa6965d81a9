import mp from 'multiprocessing';
import time from 'time';
import os from 'os';
import signal from 'signal';

function f() {
  time.sleep(30);
}

if (import.meta.main) {
  const p = new mp.Process({ target: f }); p.start(); time.sleep(0.5);
  os.kill(p.pid!, signal.SIGINT);
  p.join(); console.log(p.exitcode);
}
