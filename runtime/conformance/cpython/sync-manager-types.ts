import { RuntimeError } from 'builtins';
import { Process, activeChildren } from 'multiprocessing';
import {
  type AcquirerProxy,
  type ArrayProxy,
  type BarrierProxy,
  type ConditionProxy,
  type DictProxy,
  type EventProxy,
  type ListProxy,
  type NamespaceProxy,
  type PoolProxy,
  type QueueProxy,
  SyncManager,
  type ValueProxy,
} from 'multiprocessing/managers';
import { assertEqual, assertFalse, assertRaises, assertTrue, joinProcess, waitUntil } from './assertions';

/** A manager for one test; at its end no other child may be left. */
function withManager(test: (manager: SyncManager) => void): void {
  const manager = new SyncManager();
  manager.start();
  try {
    test(manager);
  } finally {
    manager.shutdown();
  }
}

function runWorker<T>(worker: (object: T) => void, object: T): void {
  const process = new Process({ target: worker as (object: unknown) => void, args: [object] });
  process.daemon = true;
  process.start();
  joinProcess(process);
  waitUntil(() => activeChildren().length <= 1, 5);
  assertEqual(process.exitcode, 0);
}

function useEvent(event: EventProxy): void {
  assertTrue(event.isSet());
  event.wait();
  event.clear();
  event.wait(0.001);
}

export function testEvent(): void {
  withManager((manager) => {
    const event = manager.Event();
    event.set();
    runWorker(useEvent, event);
    assertFalse(event.isSet());
    event.wait(0.001);
  });
}

function acquire(lock: AcquirerProxy): void {
  lock.acquire();
}

export function testLock(): void {
  withManager((manager) => {
    const lock = manager.Lock();
    runWorker(acquire, lock);
    lock.release();
    assertRaises(RuntimeError, () => lock.release());
  });
}

function acquireAndRelease(lock: AcquirerProxy): void {
  lock.acquire();
  lock.release();
}

export function testRlock(): void {
  withManager((manager) => {
    // CPython's test means to take an RLock, and takes a Lock.
    runWorker(acquireAndRelease, manager.Lock());
    runWorker(acquireAndRelease, manager.RLock());
  });
}

export function testSemaphore(): void {
  withManager((manager) => {
    const semaphore = manager.Semaphore();
    runWorker(acquire, semaphore);
    semaphore.release();
  });
}

export function testBoundedSemaphore(): void {
  withManager((manager) => {
    const semaphore = manager.BoundedSemaphore();
    runWorker(acquire, semaphore);
    semaphore.release();
  });
}

export function testCondition(): void {
  withManager((manager) => {
    const condition: ConditionProxy = manager.Condition();
    runWorker(acquireAndRelease, condition);
  });
}

function useBarrier(barrier: BarrierProxy): void {
  assertEqual(barrier.parties, 5);
  barrier.reset();
}

export function testBarrier(): void {
  withManager((manager) => runWorker(useBarrier, manager.Barrier(5)));
}

function usePool(pool: PoolProxy): void {
  using _ = pool;
}

export function testPool(): void {
  withManager((manager) => runWorker(usePool, manager.Pool({ processes: 4 })));
}

function useQueue(queue: QueueProxy<number>): void {
  assertEqual(queue.qsize(), 2);
  assertTrue(queue.full());
  assertFalse(queue.empty());
  assertEqual(queue.get(), 5);
  assertFalse(queue.empty());
  assertEqual(queue.get(), 6);
  assertTrue(queue.empty());
}

function checkQueue(queue: QueueProxy<number>): void {
  queue.put(5);
  queue.put(6);
  runWorker(useQueue, queue);
  assertTrue(queue.empty());
  assertFalse(queue.full());
}

export function testQueue(): void {
  withManager((manager) => checkQueue(manager.Queue(2)));
}

export function testJoinableQueue(): void {
  withManager((manager) => checkQueue(manager.JoinableQueue(2)));
}

function useList(list: ListProxy<number>): void {
  assertEqual(list[0], 5);
  assertEqual(list.count(5), 1);
  assertEqual(list.index(5), 0);
  list.sort();
  list.reverse();
  assertEqual([...list], [5]);
  assertEqual(list.length, 1);
  assertEqual(list.pop(0), 5);
}

export function testList(): void {
  withManager((manager) => {
    const list = manager.list<number>();
    list.append(5);
    runWorker(useList, list);
    assertEqual([...list], []);
    assertEqual(list.length, 0);
  });
}

function useDict(dict: DictProxy<string, number>): void {
  assertEqual(dict.size, 1);
  assertTrue(dict.has('foo'));
  assertEqual(dict.get('foo'), 5);
  assertEqual(dict.items(), [['foo', 5]]);
  assertEqual(dict.keys(), ['foo']);
  assertEqual(dict.values(), [5]);
  assertEqual(dict.copy(), new Map([['foo', 5]]));
  assertEqual(dict.popitem(), ['foo', 5]);
}

export function testDict(): void {
  withManager((manager) => {
    const dict = manager.dict<string, number>();
    dict.set('foo', 5);
    runWorker(useDict, dict);
    assertEqual([...dict], []);
    assertEqual(dict.size, 0);
  });
}

function useValue(value: ValueProxy<number>): void {
  assertEqual(value.value, 1);
  assertEqual(value.get(), 1);
  value.set(2);
}

export function testValue(): void {
  withManager((manager) => {
    const value = manager.Value('i', 1);
    runWorker(useValue, value);
    assertEqual(value.value, 2);
    assertEqual(value.get(), 2);
  });
}

function useArray(array: ArrayProxy<number>): void {
  assertEqual(array[0], 0);
  assertEqual(array[1], 1);
  assertEqual(array.length, 2);
  assertEqual([...array], [0, 1]);
}

export function testArray(): void {
  withManager((manager) => runWorker(useArray, manager.Array('i', [0, 1])));
}

function useNamespace(namespace: NamespaceProxy & { x: number; y: number }): void {
  assertEqual(namespace.x, 0);
  assertEqual(namespace.y, 1);
}

export function testNamespace(): void {
  withManager((manager) => {
    const namespace = manager.Namespace() as NamespaceProxy & { x: number; y: number };
    namespace.x = 0;
    namespace.y = 1;
    runWorker(useNamespace, namespace);
  });
}
