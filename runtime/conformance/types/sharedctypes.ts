/*
 * What the editor underlines in red of shared memory, and what it does not; see process.ts.
 */
import mp, { Array, Lock, Process, RLock, RawArray, RawValue, SharedArray, Value } from 'multiprocessing';
import { bytes, range } from 'builtins';
import { ShareableList, SharedMemory } from 'multiprocessing/shared_memory';
import { copy, sizeof, struct, synchronized, typecodeToType } from 'multiprocessing/sharedctypes';

const Point = struct({ x: 'd', y: 'd' });
const Line = struct({ from: Point, to: Point, width: 'B' });

const count: Value<'i'> = new Value('i', 0);
const half: Value = new Value('d', 0.5, { lock: new Lock() });
const large: Value<'q'> = new Value('q', 2n ** 40n);
const letter: Value<'c'> = new Value('c', bytes('x'));
const free: RawValue<'i'> = new Value('i', 5, { lock: false });
const point: Value<typeof Point> = new Value(Point, 1, 2);
const line: RawValue<typeof Line> = new RawValue(Line, [1, 2], new RawValue(Point, 3, 4), 5);
const numbers: SharedArray<'i'> = new SharedArray('i', [1, 2, 3]);
const text: Array<'c'> = new Array('c', bytes('hello'));
const wide: RawArray<'u'> = new RawArray('u', ['a', 'b']);
const points: RawArray<typeof Point> = new RawArray(Point, [[1, 2], [3]]);
const block = new SharedMemory({ create: true, size: 16 });
const list = new ShareableList(['a', 1, null]);

export const right: unknown[] = [
  (count.value += 1),
  (half.value *= 2),
  (large.value = 5),
  large.value + 1n,
  letter.value[0],
  count.getObj().value,
  count.getLock().acquire(true, 0.5),
  (free.value += 1),
  (point.x += point.y),
  point.getObj().x,
  line.from.x + line.width,
  (numbers[0] += numbers.at(-1)),
  numbers.slice(1, 2).length,
  numbers.set(range(3)),
  [...numbers].reduce((sum, number) => sum + number, 0),
  text.value.length + text.raw.length,
  wide.slice().toUpperCase(),
  points[0].x + points.slice(0, 1)[0].y,
  copy(free).value,
  synchronized(free).getObj().value,
  synchronized(new RawValue(Point), new RLock()).x,
  new Value(typecodeToType.q, 5n).value + 1n,
  sizeof('i') + sizeof(Point) + sizeof(free),
  block.buf?.[0],
  list.index('a') + list.count(null),
  (list[0] = 'b'),
  new ShareableList(null, { name: 'x' }),
];

function add(v: Value<'i'>, a: mp.Array<'d'>, p: RawArray<typeof Point>): void {
  using _ = v.hold();
  v.value += a.length + p.length;
}
new Process({ target: add, args: [count, new Array('d', 3), points] });

// @ts-expect-error of another type
new Process({ target: add, args: [large, new Array('d', 3), points] });
// @ts-expect-error no such type
new Value('z', 1);
// @ts-expect-error a text for an int
new Value('i', 'a');
// @ts-expect-error a text where bytes go
new Value('c', 'a');
// @ts-expect-error no lock
new Value('i', 1, { lock: 'x' });
// @ts-expect-error it has none
free.getLock();
// @ts-expect-error it has none either
new RawArray('i', 3).hold();
// @ts-expect-error only of characters
numbers.raw;
// @ts-expect-error a bigint is no number
large.value + 1;
// @ts-expect-error the record has no such field
point.z;
// @ts-expect-error the field is of another type
point.x = 'a';
// @ts-expect-error a field of another type
new Value(Point, 'a');
// @ts-expect-error elements of another type
new Array('i', ['a']);
// @ts-expect-error no such letter
struct({ x: 'double' });
// @ts-expect-error the size is a number
new SharedMemory({ create: true, size: '16' });
// @ts-expect-error it may be closed
block.buf[0];
// @ts-expect-error nothing to share
new ShareableList([{}]);
