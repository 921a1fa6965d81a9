import { Pool } from 'multiprocessing';
import { ValueError } from 'builtins';
import time from 'time';

function serve(dish: string, seconds: number) {
  time.sleep(seconds);
  return dish;
}

function messageOf(error: unknown) {
  if (!(error instanceof ValueError)) throw error;
  return error.message;
}

if (import.meta.main) {
  let pool = new Pool(1);
  const soup = pool.applyAsync(serve, ['soup', 0.5]);
  try {
    pool.join();
  } catch (error) {
    console.log('join before close:', messageOf(error));
  }
  pool.close();
  try {
    pool.applyAsync(serve, ['cake', 0.5]);
  } catch (error) {
    console.log('order after close:', messageOf(error));
  }
  pool.join();
  console.log('served nevertheless:', soup.get());

  pool = new Pool(1);
  const roast = pool.applyAsync(serve, ['roast', 60]);
  pool.terminate();
  pool.join();
  console.log('is the roast ready?', roast.ready() ? 'yes' : 'no');
}
