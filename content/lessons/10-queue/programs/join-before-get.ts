import { Process, Queue } from 'multiprocessing';

function writeBook(queue: Queue<string>) {
  queue.put('x'.repeat(1_000_000));
  console.log('  author: the book is handed in');
}

if (import.meta.main) {
  const queue = new Queue<string>();
  const author = new Process({ target: writeBook, args: [queue] });
  author.start();
  author.join(3);
  console.log('three seconds later:', author.isAlive() ? 'still running' : 'ended');
  const book = queue.get();
  console.log('received:', book.length, 'letters');
  author.join();
  console.log('now it has ended with', author.exitcode);
}
