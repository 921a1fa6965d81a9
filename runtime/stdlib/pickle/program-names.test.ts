import { expect, test } from 'vitest';
import { AttributeError, ModuleNotFoundError } from '../../errors';
import { PicklingError } from './errors';
import { Pickler } from './pickler';
import { type Source, programOf } from './program-for-tests';
import { ProgramNames, internal } from './program-names';
import { Unpickler } from './unpickler';

// The texts in this file were recorded from CPython 3.11.
const source: Source = {
  body: `
    function f() { return 'f'; }
    class C { constructor(x) { this.x = x; } static make() { return new C(0); } bump() { return ++this.x; } }
    class Bag extends Map { total() { return this.size; } }
    class List extends Array {}
    class Bytes extends Uint8Array {}
    class Moment extends Date {}
    class Named { label = 'set'; set label(x) { throw new Error('a setter ran'); } }
    const arrow = () => 'arrow';
    const twin = (x) => x, other = (x) => x;
    function outer() { function inner() {} class Local {} return { inner, Local, lambda: () => 1 }; }
    const toplevel = [() => 2][0];
    const box = { moved: function moved() { return 1; } };
    let moved = box.moved;
    let Changing = class Changing {};
    globalThis.__pickleTest = { f, other, C, Bag, List, Bytes, Moment, Named, arrow, outer, toplevel, box, Changing,
      move() { moved = () => 2; }, change() { Changing = class Changing {}; }, late: () => Late };
    if (runtime.meta.main) { runtime.define({ guarded: () => guarded }); globalThis.__pickleTest.guarded = guarded; }
    function guarded() { return 'guarded'; }
    const Late = class Late {};
  `,
  definitions: ['f', 'C', 'Bag', 'List', 'Bytes', 'Moment', 'Named', 'arrow', 'outer', 'moved', 'Changing', 'Late'],
  functions: {
    'function inner() {}': 'outer.<locals>.inner',
    'class Local {}': 'outer.<locals>.Local',
    '(x) => x,': 'twin',
    '(x) => x;': 'other',
    '() => 1': 'outer.<locals>.<lambda>',
    '() => 2': '<lambda>',
    "function f() { return 'f'; }": 'f',
    'bump() { return ++this.x; }': 'C.bump',
    'make() { return new C(0); }': 'C.make',
  },
};

interface Exposed {
  readonly f: () => string;
  readonly C: new (x: number) => { x: number; bump(): number };
  readonly Bag: new () => Map<unknown, unknown> & { total(): number };
  readonly List: new (...items: unknown[]) => unknown[];
  readonly Bytes: new (bytes: number[]) => Uint8Array;
  readonly Moment: new (time: number) => Date;
  readonly Named: new () => { label: string };
  readonly arrow: () => string;
  readonly other: (x: number) => number;
  readonly outer: () => { inner: () => void; Local: new () => object; lambda: () => number };
  readonly toplevel: () => number;
  readonly box: { moved: () => number };
  readonly Changing: new () => object;
  readonly move: () => void;
  readonly change: () => void;
  readonly guarded: () => string;
}

const builtins = {
  multiprocessing: { currentProcess: function currentProcess() {}, Process: class Process extends Map {}, default: {} },
  'concurrent/futures': { wait: function wait() {} },
};

/** A parent and its child: two runs of one program. */
function machine() {
  const parent = start(true);
  return { ...parent, send: <T>(value: T): T => start(false).load(parent.dump(value)) as T };
}

function start(isMain: boolean) {
  const program = programOf({ 'main.ts': source }, builtins);
  program.loadEntry(isMain);
  const names = new ProgramNames(() => program);
  const exposed = (globalThis as unknown as { __pickleTest: Exposed }).__pickleTest;
  return {
    exposed,
    names,
    program,
    dump: (value: unknown) => new Pickler(names).dump(value, false).bytes,
    load: (bytes: Uint8Array) => new Unpickler(bytes, names).load(),
  };
}

function raised(action: () => unknown): { name: string; text: string } {
  try {
    action();
  } catch (error) {
    const { constructor, message } = error as Error;
    return { name: constructor.name, text: message.replace(/0x[0-9a-f]+/, '0xADDR') };
  }
  throw new Error('nothing was raised');
}

const picklingError = (text: string) => ({ name: PicklingError.name, text });
const attributeError = (text: string) => ({ name: AttributeError.name, text });

test('functions and classes arrive as those of the other process', () => {
  const { exposed, send } = machine();
  const [f, arrow, C] = send([exposed.f, exposed.arrow, exposed.C] as const);
  expect(f).not.toBe(exposed.f);
  expect([f(), arrow()]).toEqual(['f', 'arrow']);
  expect(C).not.toBe(exposed.C);
});

test('the same function twice is one reference', () => {
  const { exposed, dump, load } = machine();
  expect(dump([exposed.f, exposed.f]).length).toBe(dump([exposed.f]).length + 2);
  expect(load(dump([exposed.f, exposed.f]))).toEqual([exposed.f, exposed.f]);
});

test('static methods, and methods taken from a class', () => {
  const { exposed, dump, load } = machine();
  const C = exposed.C as unknown as { make: () => object; prototype: { bump: () => number } };
  expect(load(dump(C.make))).toBe(C.make);
  expect(load(dump(C.prototype.bump))).toBe(C.prototype.bump);
});

test('instances keep class, fields and methods', () => {
  const { exposed, send } = machine();
  const copied = send(new exposed.C(41));
  expect(copied).not.toBeInstanceOf(exposed.C);
  expect(copied.constructor.name).toBe('C');
  expect(copied.bump()).toBe(42);
});

test('a circle through an instance', () => {
  const { exposed, send } = machine();
  const original = Object.assign(new exposed.C(1), { holds: [] as object[] });
  original.holds.push(original);
  const copied = send(original);
  expect(copied.holds[0]).toBe(copied);
});

test('subclasses of built-ins keep content, fields and methods', () => {
  const { exposed, send } = machine();
  const bag = Object.assign(new exposed.Bag(), { label: 'b' });
  bag.set('self', bag).set(1, 2);
  const copied = send(bag);
  expect([copied.total(), copied.label, copied.get(1), copied.get('self') === copied]).toEqual([2, 'b', 2, true]);

  const list = send(Object.assign(new exposed.List(1, 'two', {}), { extra: 1 }));
  expect([list.constructor.name, list.length, [...list], list.extra]).toEqual(['List', 3, [1, 'two', {}], 1]);

  const bytes = send(new exposed.Bytes([1, 2]));
  expect([bytes.constructor.name, [...bytes]]).toEqual(['Bytes', [1, 2]]);
  expect(send(new exposed.Moment(5)).getTime()).toBe(5);
});

test('an own field is set although the class has a setter of that name', () => {
  const { exposed, send } = machine();
  expect(send(new exposed.Named()).label).toBe('set');
});

test('exports of the library and the functions of the language', () => {
  const { dump, load } = machine();
  const values = [
    ...[builtins.multiprocessing.currentProcess, builtins.multiprocessing.Process, builtins['concurrent/futures'].wait],
    ...[console.log, Math.max, Number, parseInt, Array.from, JSON.parse, TypeError, Map, String.prototype.trim],
  ];
  for (const value of values) expect(load(dump(value))).toBe(value);
});

test('a name that the library keeps to itself', () => {
  const { dump, load } = machine();
  const restore = internal('restoreOfTest', () => 1);
  expect(load(dump(restore))).toBe(restore);
  expect(() => internal('restoreOfTest', () => 2)).toThrow(TypeError);
});

test('modules of the program beside the entry', () => {
  const lib = { body: 'function g() {} globalThis.__g = g;', definitions: ['g'] };
  const program = programOf({ 'main.ts': { body: "runtime.import('lib/tasks.ts', []);", definitions: [] }, 'lib/tasks.ts': lib });
  program.loadEntry(true);
  const names = new ProgramNames(() => program);
  const g = (globalThis as unknown as { __g: object }).__g;
  expect(names.nameOf(g)).toEqual({ module: 'lib.tasks', qualname: 'g' });
  expect(names.find('lib.tasks', 'g')).toBe(g);
  expect(raised(() => names.find('lib.tasks', 'h'))).toEqual(
    attributeError("Can't get attribute 'h' on <module 'lib.tasks' from 'lib/tasks.ts'>"),
  );
  expect(() => names.find('nosuch', 'x')).toThrow(new ModuleNotFoundError("No module named 'nosuch'"));
});

test('anonymous functions', () => {
  const { exposed, dump } = machine();
  expect(raised(() => dump(exposed.toplevel))).toEqual(
    picklingError("Can't pickle <function <lambda> at 0xADDR>: attribute lookup <lambda> on __main__ failed"),
  );
  expect(raised(() => dump([() => 1][0]))).toEqual(attributeError("Can't pickle local object 'outer.<locals>.<lambda>'"));
  expect(raised(() => dump([() => 77][0]))).toEqual(
    picklingError("Can't pickle <function <lambda> at 0xADDR>: attribute lookup <lambda> on __main__ failed"),
  );
});

test('inner functions and classes, and instances of these', () => {
  const { exposed, dump } = machine();
  const { inner, Local, lambda } = exposed.outer();
  expect(raised(() => dump({ inner }))).toEqual(attributeError("Can't pickle local object 'outer.<locals>.inner'"));
  expect(raised(() => dump(lambda))).toEqual(attributeError("Can't pickle local object 'outer.<locals>.<lambda>'"));
  expect(raised(() => dump(Local))).toEqual(attributeError("Can't pickle local object 'outer.<locals>.Local'"));
  expect(raised(() => dump(new Local()))).toEqual(attributeError("Can't pickle local object 'outer.<locals>.Local'"));
});

test('a name that means something else by now', () => {
  const { exposed, dump, load } = machine();
  expect(load(dump(exposed.box.moved))).toBe(exposed.box.moved);
  exposed.move();
  expect(raised(() => dump(exposed.box.moved))).toEqual(
    picklingError("Can't pickle <function moved at 0xADDR>: it's not the same object as __main__.moved"),
  );
  const changed = new exposed.Changing();
  exposed.change();
  expect(raised(() => dump(changed))).toEqual(
    picklingError("Can't pickle <class '__main__.Changing'>: it's not the same object as __main__.Changing"),
  );
});

test('a function defined under the guard pickles, and fails in the child', () => {
  const { exposed, dump, load, send } = machine();
  expect(load(dump(exposed.guarded))).toBe(exposed.guarded);
  expect(raised(() => send(exposed.guarded))).toEqual(
    attributeError("Can't get attribute 'guarded' on <module '__mp_main__' from 'main.ts'>"),
  );
});

test('in the child the program is called __mp_main__, and what it sends is found in the parent', () => {
  const parent = start(true);
  const child = start(false);
  expect(raised(() => child.dump([() => 78][0])).text).toContain('attribute lookup <lambda> on __mp_main__ failed');
  expect(parent.load(child.dump(child.exposed.f))).toBe(parent.exposed.f);
});

test('a class that is not initialized yet is as good as none', () => {
  const program = programOf({
    'main.ts': { body: 'globalThis.__early = runtime; class Late {}', definitions: ['Late'] },
  });
  program.loadEntry(true);
  program.modules.get('main.ts')?.definitions.set('Later', () => {
    throw new ReferenceError("Cannot access 'Later' before initialization");
  });
  const names = new ProgramNames(() => program);
  expect(() => names.find('__main__', 'Later')).toThrow(AttributeError);
});

test('modules do not travel', () => {
  const { program, dump } = machine();
  const modules = [builtins.multiprocessing, program.modules.get('main.ts')?.exports, Math, JSON, { inside: [Reflect] }];
  for (const module of modules) expect(() => dump(module)).toThrow(new TypeError("cannot pickle 'module' object"));
});

test('what a function was called where it was defined', () => {
  const { exposed, names } = machine();
  const C = exposed.C as unknown as { make: () => object; prototype: { bump: () => number } };
  const described = [exposed.f, C.make, C.prototype.bump, exposed.outer().inner, exposed.other, () => 79];
  expect(described.map((value) => names.describe(value).qualname)).toEqual([
    ...['f', 'C.make', 'C.bump', 'outer.<locals>.inner', 'other', '<lambda>'],
  ]);
});
