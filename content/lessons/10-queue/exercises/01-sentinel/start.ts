import { Process, Queue } from 'multiprocessing';

function work(parcels: Queue<number | null>, weights: Queue<number>) {
  for (;;) {
    const parcel = parcels.get();
    weights.put(parcel ?? 0);
  }
}

if (import.meta.main) {
  const parcels = new Queue<number | null>();
  const weights = new Queue<number>();
  const workers = [1, 2].map(() => new Process({ target: work, args: [parcels, weights] }));
  for (const p of workers) p.start();
  for (const parcel of [3, 1, 4, 1, 5]) parcels.put(parcel);

  let sum = 0;
  for (let i = 0; i < 5; i++) sum += weights.get();
  for (const p of workers) p.join();
  console.log(`together: ${sum}`);
}
