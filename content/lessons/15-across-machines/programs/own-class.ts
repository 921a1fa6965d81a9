import { Process } from 'multiprocessing';
import { BaseManager, type BaseProxy } from 'multiprocessing/managers';

class Till {
  amount = 0;

  pay(amount: number) {
    this.amount += amount;
    return this.amount;
  }
}

class ShopManager extends BaseManager {
  declare Till: () => BaseProxy & Till;
}

ShopManager.register('Till', { callable: Till });

function customer(till: Till, amount: number) {
  till.pay(amount);
}

if (import.meta.main) {
  using manager = new ShopManager();
  manager.start();
  const till = manager.Till();
  const customers = [5, 7, 8].map((amount) => new Process({ target: customer, args: [till, amount] }));
  for (const p of customers) p.start();
  for (const p of customers) p.join();
  console.log('in the till:', till.pay(0));
  try {
    console.log(till.amount);
  } catch (error) {
    console.log((error as Error).message);
  }
}
