import { bytes } from 'builtins';
import type { Address } from 'multiprocessing/connection';
import { BaseManager, type QueueProxy } from 'multiprocessing/managers';
import { Queue } from 'queue';
import time from 'time';
import { assertEqual, assertRaises } from './assertions';
import { Process } from './variant';

const queue = new Queue<unknown>();

function getQueue(): Queue<unknown> {
  return queue;
}

class QueueManager extends BaseManager {
  declare getQueue: () => QueueProxy;
}
QueueManager.register('getQueue', { callable: getQueue });

class QueueManager2 extends BaseManager {
  declare getQueue: () => QueueProxy;
}
QueueManager2.register('getQueue');

const VALUES = ['hello world', null, true, 2.25, 'hallå världen', 'привіт світ', bytes([104, 97, 108, 108, 229])];

function putter(address: Address, authkey: Uint8Array): void {
  const manager = new QueueManager2({ address, authkey });
  manager.connect();
  manager.getQueue().put(VALUES);
}

export function testRemote(): void {
  const authkey = crypto.getRandomValues(new Uint8Array(32));
  const manager = new QueueManager({ address: ['localhost', 0], authkey });
  manager.start();
  const p = new Process({ target: putter, args: [manager.address as Address, authkey], daemon: true });
  p.start();
  const manager2 = new QueueManager2({ address: manager.address, authkey });
  manager2.connect();
  const proxy = manager2.getQueue();
  assertEqual(proxy.get(), VALUES);
  // CPython's serializer cannot take a function; ours cannot take one that has no name.
  assertRaises(Error, () => proxy.put([() => time.time()]));
  p.join();
  manager.shutdown();
}
