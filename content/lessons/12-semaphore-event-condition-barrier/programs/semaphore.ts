import { Process, Semaphore, Value } from 'multiprocessing';
import time from 'time';

function arrive(parked: Value<'i'>, most: Value<'i'>) {
  using _ = parked.hold();
  parked.value += 1;
  most.value = Math.max(most.value, parked.value);
}

function leave(parked: Value<'i'>) {
  using _ = parked.hold();
  parked.value -= 1;
}

function drive(car: number, freePlaces: Semaphore, parked: Value<'i'>, most: Value<'i'>) {
  using _ = freePlaces.hold();
  arrive(parked, most);
  time.sleep(0.3);
  leave(parked);
  console.log(`  car ${car} has left`);
}

if (import.meta.main) {
  const freePlaces = new Semaphore(2);
  const [parked, most] = [new Value('i', 0), new Value('i', 0)];
  const cars = [1, 2, 3, 4, 5].map((car) => new Process({ target: drive, args: [car, freePlaces, parked, most] }));
  for (const p of cars) p.start();
  for (const p of cars) p.join();
  console.log('never more than two?', most.value <= 2 ? 'yes' : 'no');
}
