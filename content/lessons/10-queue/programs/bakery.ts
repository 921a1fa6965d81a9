import { Process, Queue } from 'multiprocessing';

function bake(cake: string, count: number, shelf: Queue<string | null>) {
  for (let n = 1; n <= count; n++) {
    shelf.put(`${cake} ${n}`);
  }
}

function sell(shelf: Queue<string | null>, sold: Queue<number>) {
  let count = 0;
  while (true) {
    const cake = shelf.get();
    if (cake === null) break;
    count++;
  }
  sold.put(count);
}

if (import.meta.main) {
  const shelf = new Queue<string | null>();
  const sold = new Queue<number>();
  const bakers = ['apple', 'plum'].map((cake) => new Process({ target: bake, args: [cake, 10, shelf] }));
  const sellers = [1, 2, 3].map(() => new Process({ target: sell, args: [shelf, sold] }));
  for (const p of [...bakers, ...sellers]) p.start();
  for (const p of bakers) p.join();
  console.log('all baked');
  for (const _ of sellers) shelf.put(null);
  let total = 0;
  for (const _ of sellers) {
    total += sold.get();
  }
  for (const p of sellers) p.join();
  console.log('sold:', total);
}
