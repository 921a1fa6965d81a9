import { Pool, TimeoutError } from 'multiprocessing';
import time from 'time';

function cook(seconds: number) {
  time.sleep(seconds);
  return `${seconds} s`;
}

if (import.meta.main) {
  using pool = new Pool(3);
  const pending = [0.05, 8, 0.1].map((seconds) => pool.applyAsync(cook, [seconds]));
  const dishes: string[] = [];
  for (const result of pending) {
    try {
      dishes.push(result.get(1));
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      dishes.push('late');
    }
  }
  console.log(dishes.join(', '));
}
