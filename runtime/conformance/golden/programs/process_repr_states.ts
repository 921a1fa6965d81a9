import mp from 'multiprocessing';
import time from 'time';
import { SystemExit, repr } from 'builtins';

function quick() {}
function slow() { time.sleep(30); }
function bad() { throw new SystemExit(3); }

if (import.meta.main) {
  let p = new mp.Process({ target: quick }); console.log(p); p.start(); p.join(); console.log(p); p.close(); console.log(p);
  p = new mp.Process({ target: slow, daemon: true, name: 'd' }); console.log(p); p.start(); console.log(p);
  p.terminate(); p.join(); console.log(p);
  p = new mp.Process({ target: slow }); p.start(); p.kill(); p.join(); console.log(p);
  p = new mp.Process({ target: bad }); p.start(); p.join(); console.log(p);
  console.log(mp.currentProcess());
  console.log(repr(mp.currentProcess()));
}
