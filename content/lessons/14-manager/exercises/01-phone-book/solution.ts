import { Manager, Process } from 'multiprocessing';
import type { DictProxy } from 'multiprocessing/managers';

function enter(book: DictProxy<string, number>, name: string, number: number) {
  book.set(name, number);
}

if (import.meta.main) {
  using manager = new Manager();
  const book = manager.dict<string, number>();
  const people = [['Ada', 12], ['Ben', 34], ['Eve', 56]] as const;
  const writers = people.map(([name, number]) => new Process({ target: enter, args: [book, name, number] }));
  for (const p of writers) p.start();
  for (const p of writers) p.join();
  console.log('entries:', book.size);
}
