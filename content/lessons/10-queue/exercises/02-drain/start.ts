import { Process, Queue } from 'multiprocessing';

function write(pages: Queue<string>) {
  for (let page = 1; page <= 20; page++) pages.put(`${page}: `.padEnd(20_000, 'x'));
}

if (import.meta.main) {
  const pages = new Queue<string>();
  const author = new Process({ name: 'author', target: write, args: [pages] });
  author.start();
  author.join();
  let letters = 0;
  for (let page = 1; page <= 20; page++) letters += pages.get().length;
  console.log(letters);
}
