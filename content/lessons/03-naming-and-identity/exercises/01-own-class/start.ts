import { Process } from 'multiprocessing';

class Cook extends Process {
  constructor(readonly dish: string) {
    super();
  }
}

if (import.meta.main) {
  const cooks = [new Cook('soup'), new Cook('pasta')];
  for (const cook of cooks) cook.start();
  for (const cook of cooks) cook.join();
}
