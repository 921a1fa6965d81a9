import { Pool } from 'multiprocessing';
import { range } from 'builtins';

function f(x: number) { return x * x; }
function g(x: number, y: number) { return x + y; }
function h(x: number, { y }: { y: number }) { return x + y; }
function py(list: number[]) { return `[${list.join(', ')}]`; }
function ascending(a: number, b: number) { return a - b; }
function* zip(n: number): Generator<[number, number]> { for (let i = 0; i < n; i++) yield [i, i]; }

if (import.meta.main) {
  const kept: Pool[] = [];
  {
    using p = new Pool(3);
    console.log(py(p.map(f, [1, 2, 3])));
    console.log(py(p.map(f, range(10), 4)));
    console.log(py(p.map(f, [])));
    console.log(py(p.starmap(g, [[1, 2], [3, 4]])));
    console.log(p.apply(h, [1], { y: 5 }));
    console.log(py([...p.imap(f, range(5))]));
    console.log(py([...p.imapUnordered(f, range(5))].sort(ascending)));
    console.log(py(p.mapAsync(f, [7, 8]).get()));
    console.log(py(p.starmapAsync(g, zip(3)).get()));
    kept.push(p);
  }
  console.log(...kept);
}
