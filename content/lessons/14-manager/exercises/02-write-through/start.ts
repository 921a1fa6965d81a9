import { Manager } from 'multiprocessing';

if (import.meta.main) {
  using manager = new Manager();
  const basket = manager.dict<string, string[]>([['fruit', []]]);
  basket.get('fruit')?.push('pear');
  console.log('fruit:', basket.get('fruit')?.join(' '));
}
