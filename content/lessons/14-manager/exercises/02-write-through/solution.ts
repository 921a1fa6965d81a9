import { Manager } from 'multiprocessing';

if (import.meta.main) {
  using manager = new Manager();
  const basket = manager.dict<string, string[]>([['fruit', []]]);
  const fruit = basket.get('fruit') ?? [];
  fruit.push('pear');
  basket.set('fruit', fruit);
  console.log('fruit:', basket.get('fruit')?.join(' '));
}
