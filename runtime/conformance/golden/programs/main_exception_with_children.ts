import mp from 'multiprocessing';
import time from 'time';
import { RuntimeError } from 'builtins';

function f() { time.sleep(1); console.log('child finished'); }

if (import.meta.main) {
  const p = new mp.Process({ target: f }); p.start();
  throw new RuntimeError('main fails');
}
