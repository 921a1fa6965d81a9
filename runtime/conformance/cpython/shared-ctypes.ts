import { bytes, range } from 'builtins';
import { copy, struct, typecodeToType } from 'multiprocessing/sharedctypes';
import { assertAlmostEqual, assertEqual } from './assertions';
import { Array, Process, RawValue, Value } from './variant';

const Foo = struct({ x: 'i', y: 'd', z: 'q' });

type Record = RawValue<typeof Foo>;

function double(x: RawValue<'i'>, y: RawValue, z: RawValue<'q'>, foo: Record, arr: Array, string: Array<'c'>): void {
  x.value *= 2;
  y.value *= 2;
  z.value = (z.value as bigint) * 2n;
  foo.x *= 2;
  foo.y *= 2;
  string.value = bytes([...string.value, ...string.value]);
  for (const i of range(arr.length)) arr[i] *= 2;
}

function checkSharedctypes(lock: boolean): void {
  const options = { lock } as { lock: true };
  const x = new Value('i', 7, options);
  const y = new Value(typecodeToType.d, 1 / 3, options);
  const z = new Value(typecodeToType.q, 2 ** 33, options);
  const foo = new Value(Foo, 3, 2, options);
  const arr = new Array('d', range(10), options);
  const string = new Array('c', 20, options);
  string.value = bytes('hello');

  const p = new Process({ target: double, args: [x, y, z, foo, arr, string] });
  p.daemon = true;
  p.start();
  p.join();

  assertEqual(x.value, 14);
  assertAlmostEqual(y.value, 2 / 3);
  assertEqual(z.value, 2n ** 34n);
  assertEqual(foo.x, 6);
  assertAlmostEqual(foo.y, 4);
  for (const i of range(10)) assertAlmostEqual(arr[i], i * 2);
  assertEqual(string.value, bytes('hellohello'));
}

export function testSharedctypes(): void {
  checkSharedctypes(false);
}

export function testSynchronize(): void {
  checkSharedctypes(true);
}

export function testCopy(): void {
  const foo = new RawValue(Foo, 2, 5, 2n ** 33n);
  const bar = copy(foo);
  foo.x = 0;
  foo.y = 0;
  foo.z = 0n;
  assertEqual(bar.x, 2);
  assertAlmostEqual(bar.y, 5);
  assertEqual(bar.z, 2n ** 33n);
}
