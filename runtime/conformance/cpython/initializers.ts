import mp from 'multiprocessing';
import { type NamespaceProxy, SyncManager } from 'multiprocessing/managers';
import { assertEqual, assertRaises } from './assertions';

type Namespace = NamespaceProxy & { test: number };

function initializer(namespace: Namespace): void {
  namespace.test += 1;
}

function setUp(): [SyncManager, Namespace] {
  const manager = new mp.Manager();
  const namespace = manager.Namespace() as Namespace;
  namespace.test = 0;
  return [manager, namespace];
}

export function testManagerInitializer(): void {
  const [manager, namespace] = setUp();
  const other = new SyncManager();
  // @ts-expect-error: what cannot be called is refused.
  assertRaises(TypeError, () => other.start(1));
  other.start(initializer, [namespace]);
  assertEqual(namespace.test, 1);
  other.shutdown();
  other.join();
  manager.shutdown();
  manager.join();
}

export function testPoolInitializer(): void {
  const [manager, namespace] = setUp();
  // @ts-expect-error: what cannot be called is refused.
  assertRaises(TypeError, () => new mp.Pool({ initializer: 1 }));
  const pool = new mp.Pool({ processes: 1, initializer, initargs: [namespace] });
  pool.close();
  pool.join();
  assertEqual(namespace.test, 1);
  manager.shutdown();
  manager.join();
}
