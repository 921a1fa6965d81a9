import { Process } from 'multiprocessing';

class Cook extends Process {
  constructor(readonly dish: string) {
    super({ name: dish });
  }

  override run() {
    console.log(`${this.name} cooks ${this.dish}`);
  }
}

if (import.meta.main) {
  const cooks = [new Cook('soup'), new Cook('pasta')];
  for (const cook of cooks) cook.start();
  for (const cook of cooks) cook.join();
}
