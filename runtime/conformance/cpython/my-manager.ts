import { ValueError } from 'builtins';
import { BaseManager, BaseProxy, RemoteError } from 'multiprocessing/managers';
import signal from 'signal';
import { assertEqual, assertRaises, assertTrue } from './assertions';

const SHUTDOWN_TIMEOUT = 60;

class FooBar {
  f(): string {
    return 'f()';
  }

  g(): never {
    throw new ValueError();
  }

  _h(): string {
    return '_h()';
  }
}

function* baz(): Generator<number> {
  for (let i = 0; i < 10; i++) yield i * i;
}

class IteratorProxy extends BaseProxy implements IterableIterator<number> {
  next(): IteratorResult<number> {
    return this._callmethod('next') as IteratorResult<number>;
  }

  [Symbol.iterator](): this {
    return this;
  }
}

class MyManager extends BaseManager {
  declare Foo: () => BaseProxy & FooBar;
  declare Bar: () => BaseProxy & FooBar;
  declare baz: () => IteratorProxy;
}

MyManager.register('Foo', { callable: FooBar });
MyManager.register('Bar', { callable: FooBar, exposed: ['f', '_h'] });
MyManager.register('baz', { callable: baz, proxytype: IteratorProxy, exposed: ['next'] });

function common(manager: MyManager): void {
  const foo = manager.Foo();
  const bar = manager.Bar();
  const values = manager.baz();
  const names = ['f', 'g', '_h'];
  assertEqual(
    names.filter((name) => name in foo),
    ['f', 'g'],
  );
  assertEqual(
    names.filter((name) => name in bar),
    ['f', '_h'],
  );
  assertEqual(foo.f(), 'f()');
  assertRaises(ValueError, () => foo.g());
  assertEqual(foo._callmethod('f'), 'f()');
  assertRaises(RemoteError, () => foo._callmethod('_h'));
  assertEqual(bar.f(), 'f()');
  assertEqual(bar._h(), '_h()');
  assertEqual(bar._callmethod('f'), 'f()');
  assertEqual(bar._callmethod('_h'), '_h()');
  assertEqual([...values], [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]);
}

function assertEnded({ _process: process }: MyManager): void {
  assertTrue([0, -signal.SIGTERM].includes(process?.exitcode ?? 1));
}

export function testMymanager(): void {
  const manager = new MyManager({ shutdownTimeout: SHUTDOWN_TIMEOUT });
  manager.start();
  common(manager);
  manager.shutdown();
  assertEnded(manager);
}

/** `using` cannot start a manager: there is no enter. */
export function testMymanagerContext(): void {
  const manager = new MyManager({ shutdownTimeout: SHUTDOWN_TIMEOUT });
  {
    using used = manager;
    used.start();
    common(used);
  }
  assertEnded(manager);
}

export function testMymanagerContextPrestarted(): void {
  const manager = new MyManager({ shutdownTimeout: SHUTDOWN_TIMEOUT });
  manager.start();
  {
    using used = manager;
    common(used);
  }
  assertEqual(manager._process?.exitcode, 0);
}
