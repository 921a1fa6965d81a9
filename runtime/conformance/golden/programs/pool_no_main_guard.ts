import { Pool } from 'multiprocessing';

function f(x: number) { return x; }

const p = new Pool(1);
console.log(p.applyAsync(f, [1]).get(1));
