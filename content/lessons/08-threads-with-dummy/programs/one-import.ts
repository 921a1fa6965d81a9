import { Pool } from 'multiprocessing/dummy';
import os from 'os';

const guests: string[] = [];

function welcome(name: string) {
  guests.push(name);
  return os.getpid();
}

if (import.meta.main) {
  using pool = new Pool(3);
  const pids = pool.map(welcome, ['Ada', 'Ben', 'Eve']);
  console.log('processes at work:', new Set(pids).size);
  console.log('my guest list:', guests.sort().join(', '));
}
