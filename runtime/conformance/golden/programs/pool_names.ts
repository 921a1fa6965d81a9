import { Pool, currentProcess } from 'multiprocessing';
import { range } from 'builtins';
import time from 'time';
import os from 'os';

function who(i: number) {
  time.sleep(0.3);
  const p = currentProcess();
  return `('${p.name}', ${py(p.daemon)}, '${p.constructor.name}', ${py(os.getpid() === p.pid)})`;
}

function py(value: boolean) { return value ? 'True' : 'False'; }
function distinct(list: string[]) { return `[${[...new Set(list)].sort().join(', ')}]`; }

if (import.meta.main) {
  {
    using p = new Pool(3);
    console.log(distinct(p.map(who, range(6), 1)));
    console.log(p);
  }
  using p = new Pool(2);
  console.log(distinct(p.map(who, range(4), 1)));
}
