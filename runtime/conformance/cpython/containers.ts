import { RuntimeError, range } from 'builtins';
import { type DictProxy, ListProxy } from 'multiprocessing/managers';
import { assertEqual, assertFalse, assertRaises, assertTrue } from './assertions';
import { theManager } from './variant-manager';

const DOUBLED = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4];
const LETTERS = range(65, 70).map((code) => [code, String.fromCharCode(code)] as const);

export function testList(): void {
  const manager = theManager();
  const a = manager.list<number | string>(range(10));
  assertEqual(a.slice(), range(10));

  const b = manager.list<number>();
  assertEqual(b.slice(), []);

  b.extend(range(5));
  assertEqual(b.slice(), range(5));

  assertEqual(b[2], 2);
  assertEqual(b.slice(2, 10), [2, 3, 4]);

  // `b *= 2`, which has no counterpart.
  b.extend(b);
  assertEqual(b.slice(), DOUBLED);

  assertEqual(b.concat([5, 6]), [...DOUBLED, 5, 6]);
  assertEqual(b.slice(), DOUBLED);

  assertEqual(a.slice(), range(10));

  const e = manager.list([a, b]);
  assertEqual(
    [...e].map((element) => element.slice()),
    [range(10), DOUBLED],
  );

  const f = manager.list([a]);
  a.append('hello');
  assertEqual(f.at(0).slice(), [...range(10), 'hello']);
}

export function testListIter(): void {
  const a = theManager().list(range(10));
  let iterator = a[Symbol.iterator]();
  assertEqual([...iterator], range(10));
  assertEqual([...iterator], []);
  iterator = a[Symbol.iterator]();
  a[0] = 100;
  assertEqual(iterator.next().value, 100);
}

export function testListProxyInList(): void {
  const manager = theManager();
  const a = manager.list(range(3).map(() => manager.list(range(3))));
  assertEqual(
    [...a].map((inner) => inner.slice()),
    [range(3), range(3), range(3)],
  );

  a.at(0)[-1] = 55;
  assertEqual(a.at(0).slice(), [0, 1, 55]);
  for (const i of [1, 2]) assertEqual(a.at(i).slice(), [0, 1, 2]);

  assertEqual(a.at(1).pop(), 2);
  assertEqual(a.at(1).length, 2);
  for (const i of [0, 2]) assertEqual(a.at(i).length, 3);

  const b = manager.list();
  b.append(b);
}

export function testDict(): void {
  const d = theManager().dict<number, string>();
  for (const [code, letter] of LETTERS) d.set(code, letter);
  assertEqual(d.copy(), new Map(LETTERS));
  assertEqual(d.keys().sort(), range(65, 70));
  assertEqual(
    d.values().sort(),
    LETTERS.map(([, letter]) => letter),
  );
  assertEqual(d.items().sort(), LETTERS);
}

/** A dict is iterated as a Map is: by its entries. */
export function testDictIter(): void {
  const d = theManager().dict<number, string>();
  for (const [code, letter] of LETTERS) d.set(code, letter);
  let iterator = d[Symbol.iterator]();
  assertEqual([...iterator], LETTERS);
  assertEqual([...iterator], []);
  iterator = d[Symbol.iterator]();
  d.clear();
  assertRaises(RuntimeError, () => iterator.next());
}

type Numbers = DictProxy<string, number>;

function inside<K>(outer: { get(key: K): Numbers | undefined }, key: K): Numbers {
  const inner = outer.get(key);
  if (inner === undefined) throw new RuntimeError(`nothing at ${String(key)}`);
  return inner;
}

export function testDictProxyNested(): void {
  const manager = theManager();
  let pets: Numbers = manager.dict({ ferrets: 2, hamsters: 4 });
  let supplies: Numbers = manager.dict({ water: 10, feed: 3 });
  const d = manager.dict({ pets, supplies });

  assertEqual(supplies.get('water'), 10);
  assertEqual(inside(d, 'supplies').get('water'), 10);

  inside(d, 'supplies').set('blankets', 5);
  assertEqual(supplies.get('blankets'), 5);
  assertEqual(inside(d, 'supplies').get('blankets'), 5);

  inside(d, 'supplies').set('water', 7);
  assertEqual(supplies.get('water'), 7);
  assertEqual(inside(d, 'supplies').get('water'), 7);

  assertEqual(inside(d, 'pets').get('ferrets'), 2);
  inside(d, 'supplies').set('blankets', 11);
  assertEqual(inside(d, 'supplies').get('blankets'), 11);

  pets = inside(d, 'pets');
  supplies = inside(d, 'supplies');
  supplies.set('water', 7);
  assertEqual(supplies.get('water'), 7);
  assertEqual(inside(d, 'supplies').get('water'), 7);

  d.clear();
  assertEqual(d.size, 0);
  assertEqual(supplies.get('water'), 7);
  assertEqual(pets.get('hamsters'), 4);

  const l = manager.list([pets, supplies]);
  l.at(0).set('marmots', 1);
  assertEqual(pets.get('marmots'), 1);
  assertEqual(l.at(0).get('marmots'), 1);

  const outer = manager.list<number[] | ListProxy<Numbers>>([[88, 99], l]);
  assertTrue(globalThis.Array.isArray(outer[0]));
  assertFalse(outer[0] instanceof ListProxy);
  const last = outer.at(-1);
  assertTrue(last instanceof ListProxy);
  assertEqual((last as ListProxy<Numbers>).at(-1).get('feed'), 3);
}

export function testNestedQueue(): void {
  const manager = theManager();
  const a = manager.list<ReturnType<typeof manager.Queue<number>>>();
  a.append(manager.Queue());
  a.at(0).put(123);
  assertEqual(a.at(0).get(), 123);
  const b = manager.dict<number, ReturnType<typeof manager.Queue<number>>>();
  b.set(0, manager.Queue());
  b.get(0)?.put(456);
  assertEqual(b.get(0)?.get(), 456);
}

export function testNamespace(): void {
  const n = theManager().Namespace();
  n['name'] = 'Bob';
  n['job'] = 'Builder';
  n['_hidden'] = 'hidden';
  assertEqual([n['name'], n['job']], ['Bob', 'Builder']);
  delete n['job'];
  assertEqual(String(n), "Namespace(name='Bob')");
  assertTrue('name' in n);
  assertFalse('job' in n);
}
