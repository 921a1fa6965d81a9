import type { Address } from 'multiprocessing/connection';
import { BaseManager, type QueueProxy } from 'multiprocessing/managers';
import { Queue } from 'queue';
import { assertEqual } from './assertions';
import { Process } from './variant';

const queue = new Queue<string>();

function getQueue(): Queue<string> {
  return queue;
}

class QueueManager extends BaseManager {
  declare getQueue: () => QueueProxy<string>;
}
QueueManager.register('getQueue', { callable: getQueue });

function putter(address: Address, authkey: Uint8Array): void {
  const manager = new QueueManager({ address, authkey });
  manager.connect();
  manager.getQueue().put('hello world');
}

export function testRapidRestart(): void {
  const authkey = crypto.getRandomValues(new Uint8Array(32));
  let manager = new QueueManager({ address: ['localhost', 0], authkey });
  const server = manager.getServer();
  const { address } = server;
  server.listener.close();
  manager = new QueueManager({ address, authkey });
  manager.start();
  const p = new Process({ target: putter, args: [manager.address as Address, authkey] });
  p.start();
  p.join();
  assertEqual(manager.getQueue().get(), 'hello world');
  manager.shutdown();

  manager = new QueueManager({ address, authkey });
  manager.start();
  manager.shutdown();
}
