import { Manager, Process } from 'multiprocessing';
import type { DictProxy, ListProxy } from 'multiprocessing/managers';

function f(d: DictProxy<string | number, string | number | null>, l: ListProxy<number>) {
  d.set(1, '1');
  d.set('2', 2);
  d.set(0.25, null);
  l.reverse();
}

if (import.meta.main) {
  using manager = new Manager();
  const d = manager.dict<string | number, string | number | null>();
  const l = manager.list([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

  const p = new Process({ target: f, args: [d, l] });
  p.start();
  p.join();

  console.log(d);
  console.log(l);
}
