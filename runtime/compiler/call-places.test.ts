import { expect, test } from 'vitest';
import { compile, type ModuleRuntime } from '.';

interface Seen {
  readonly place: string;
  readonly name: string;
}

/** Runs a program whose library writes down where it was called from and what it made. */
function seenBy(source: string, more: object = {}): Seen[] {
  const [image] = compile([{ name: 'main.ts', source }]).modules;
  const seen: Seen[] = [];
  const place: ModuleRuntime['place'] = { at: 0, naming: '', kept: undefined };
  const note = () => {
    seen.push({ place: `${(place.at >>> 8) & 0xffff}:${place.at & 0xff}`, name: place.naming });
    place.naming = '';
  };
  class Lock {
    constructor() {
      note();
    }
    acquire(value?: unknown): unknown {
      note();
      return value;
    }
  }
  const Pipe = () => {
    note();
    return [new Lock(), 1];
  };
  const library = { Lock, Pipe, getpid: (value: unknown) => (note(), value), ...more };
  const run = globalThis.eval(image?.code ?? '') as (runtime: ModuleRuntime) => void;
  run({ place, steps: {}, meta: { main: true }, import: () => library, define: () => undefined, export: () => undefined });
  return seen;
}

test('a program may begin with the call', () => {
  const [image] = compile([{ name: 'main.ts', source: "console.log('hi');\n" }]).modules;
  expect(() => globalThis.eval(image?.code ?? '') as unknown).not.toThrow();
});

test('a method is called from its line and column', () => {
  expect(seenBy("import { Lock } from 'multiprocessing';\nconst a = new Lock();\n\n  a.acquire();\n")).toEqual([
    { place: '2:11', name: 'a' },
    { place: '4:3', name: '' },
  ]);
});

test('what is made learns its name, whatever it is the value of', () => {
  const source = `import { Lock, Pipe } from 'multiprocessing'
class Box { inner = new Lock() }
const box = new Box()
let later
later = new Lock()
box.inner = new Lock()
const table = { left: new Lock() }
const [here, there] = Pipe()
`;
  expect(seenBy(source).map(({ name }) => name)).toEqual(['inner', 'later', 'inner', 'left', 'here there', '']);
});

test('what is taken apart learns its names one by one, and a name that nobody took is not passed on', () => {
  const source = `import { getpid, Lock } from 'multiprocessing'
const [pan, spoon] = [new Lock(), new Lock()]
const key = getpid(1)
new Lock()
const outer = new Lock(getpid(new Lock()))
`;
  expect(seenBy(source).map(({ name }) => name)).toEqual(['pan', 'spoon', 'key', '', '', '', 'outer']);
});

test('calls inside of the arguments do not move the place', () => {
  const source = `import { Lock, getpid } from 'multiprocessing';
const a = new Lock();
const got = a.acquire(
  (0, getpid(1)),
);
if (got !== 1) throw new Error(String(got));
`;
  expect(seenBy(source).map(({ place }) => place)).toEqual(['2:11', '4:7', '3:13']);
});

test('code without semicolons means what it meant', () => {
  const source = `import { Lock } from 'multiprocessing'
const a = new Lock()
const b = 5
a.acquire()
if (b) a.acquire()
const c = b
a.acquire(c)
`;
  expect(seenBy(source).map(({ place }) => place)).toEqual(['2:11', '4:1', '5:8', '7:1']);
});

test('methods keep their receiver', () => {
  const source = `import { Lock } from 'multiprocessing';
class Counter { n = 0; bump() { return ++this.n; } get self() { return this; } }
const counter = new Counter();
counter.self.bump();
counter?.bump();
const other = { bump() { return super.toString(); } };
if (counter.bump() !== 3 || other.bump() !== '[object Object]') throw new Error('the receiver was lost');
new Lock();
`;
  expect(seenBy(source)).toHaveLength(1);
});

test('the whole of a chain is evaluated as it was', () => {
  const source = `import { Lock } from 'multiprocessing'
const lock = new Lock()
const table = { lock, none: undefined, get() { return this } }
let none
const seen = [none?.get().lock.acquire(), table.get().lock.acquire(1), table.get?.().none?.acquire()]
table.get().fresh = 2
delete table?.get().fresh
delete table.get().lock
if (seen.join() !== ',1,' || Object.keys(table).join() !== 'none,get') throw new Error(seen + Object.keys(table))
`;
  expect(seenBy(source).map(({ place }) => place)).toEqual(['2:14', '5:43']);
});

test.each(['lock.aquire()', 'lock.inner.aquire(1)', 'pid()', 'new lock.Missing()', '(lock.inner).aquire()'])(
  'what cannot be called is named as in the source: %s',
  (call) => {
    const source = `import { Lock, getpid as pid } from 'multiprocessing'\nconst lock = { inner: new Lock() };\n[${call}]\n`;
    const name = call.replace(/^new |\(\d*\)$|[()]/g, '');
    expect(() => seenBy(source, { getpid: undefined })).toThrow(new RegExp(`^${name} is not a (?:function|constructor)$`));
  },
);
