import { Process } from 'multiprocessing';
import { ValueError } from 'builtins';
import sys from 'sys';

function finish() {}
function fail() { throw new ValueError('no flour left'); }
function leave() { sys.exit(2 + Math.floor(Math.random() * 200)); }

if (import.meta.main) {
  const children = [
    new Process({ name: 'baker', target: finish }),
    new Process({ name: 'miller', target: fail }),
    new Process({ name: 'waiter', target: leave }),
  ];
  for (const p of children) p.start();
  for (const p of children) p.join();
  for (const p of children) {
    if (p.exitcode !== 0) console.log(`${p.name}: ${p.exitcode}`);
  }
}
