import { Process, Event } from 'multiprocessing';
import { BaseManager } from 'multiprocessing/managers';
import { bytes } from 'builtins';

const address: [string, number] = ['localhost', 6001];

class Shop extends BaseManager {
  declare getStock: () => Map<string, number>;
}

const stock = new Map([['pears', 7]]);

function getStock() {
  return stock;
}

function serve(isOpen: Event, isOver: Event) {
  Shop.register('getStock', { callable: getStock, exposed: ['get'] });
  const shop = new Shop({ address, authkey: bytes('secret') });
  shop.start();
  isOpen.set();
  isOver.wait();
  shop.shutdown();
}

if (import.meta.main) {
  const [isOpen, isOver] = [new Event(), new Event()];
  const server = new Process({ name: 'server', target: serve, args: [isOpen, isOver] });
  server.start();
  isOpen.wait();
  Shop.register('getStock');
  const shop = new Shop({ address, authkey: bytes('secret') });
  shop.connect();
  console.log('pears:', shop.getStock().get('pears'));
  isOver.set();
  server.join();
}
