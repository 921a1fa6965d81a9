import mp from 'multiprocessing';
import sys from 'sys';
import { input, repr } from 'builtins';

function f() {
  console.log(repr(sys.stdin.read()));
  input();
}

if (import.meta.main) {
  const p = new mp.Process({ target: f }); p.start(); p.join(); console.log(p.exitcode);
}
