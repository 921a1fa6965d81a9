import { expect, test } from 'vitest';
import { runProgram } from './run-program';

/** What a program prints; it must end well and complain of nothing. */
async function printed(source: string): Promise<string[]> {
  const run = await runProgram(source);
  expect({ stderr: run.stderr, exitcode: run.exitcode }).toEqual({ stderr: '', exitcode: 0 });
  return run.stdout.trimEnd().split('\n');
}

/** Everything of the language that is written in another way when functions are steps. */
const language = `
const log: unknown[] = [];
const say = (...values: unknown[]) => { log.push(...values); };
function declared(a: number, b = a + 1, ...rest: number[]) { return say(a, b, rest) ?? a + b; }
say(hoisted(2));
function hoisted(n: number): number { return n <= 1 ? 1 : n * hoisted(n - 1); }
const arrow = (x: number) => declared(x), object = () => ({ x: arrow(1) });
const named = function inner(n: number): unknown { return n === 0 ? inner.name : inner(n - 1); };
say(arrow(3), object(), named(2), (({ a, b: [c] }: { a: number; b: number[] }) => say(a) ?? c)({ a: 1, b: [2] }));
class Base {
  static made = 0;
  #secret = 1;
  field = () => this.#reveal();
  constructor(readonly name: string) { Base.made++; say(this.#reveal()); }
  #reveal() { return say('secret') ?? this.#secret; }
  static make(name: string) { return say('make') ?? new this(name); }
  get double() { return say('get') ?? this.#reveal() * 2; }
  set secret(value: number) { this.#secret = value; say(this.#reveal.call(this)); }
  method(...args: unknown[]) { return say(...args) ?? this.#reveal(); }
  *items() { yield say('item') ?? 1; yield* [2, 3]; }
  [Symbol.iterator]() { return say('iterator') ?? this.items(); }
  ['com' + 'puted'](x: number) { return say(x) ?? x; }
  static async later(x: number) { say(await x); return x; }
}
class Derived extends Base {
  constructor() { super('derived'); const self = () => say(this.name) ?? this; say(self() === this); }
  override method(...args: unknown[]) { const up = () => super.method(...args); return say('derived') ?? up(); }
}
const base = Base.make('base'), derived = new Derived();
say(base.method(1, 2), derived.method(3), [...base], base.double, derived.field(), base.computed(4), base instanceof Base, Base.made);
base.secret = 5;
say(base['method'](6), base.method.call(derived, 7), Reflect.apply(base.method, base, [8]), base.method.bind(base)(9), base.method.length, declared.length, base.method.name);
const holder = { value: 1, method() { return say(this.value) ?? this.value; }, get it() { return this.method(); }, f: (x: number) => say(x) ?? x, 'quo ted'() { return say('q'); } };
say(holder.method(), holder.it, holder.f(2), holder['quo ted'](), (0, holder.f)(3));
const maybe: { call?: (x: number) => unknown; deep?: { f(x: number): unknown } } = { call: (x) => say(x) ?? x };
say(maybe.call?.(1), maybe.deep?.f(2), maybe.deep?.f, (maybe as typeof holder).method?.());
say([3, 1, 2].sort((a, b) => (say('sort') ?? a) - b), [1, 2].map((x) => declared(x)), Array.from([1], declared as (x: number) => number));
function* generator(n: number): Generator<number> { for (let i = 0; i < n; i++) yield declared(i); }
for (const x of generator(2)) say(x);
outer: for (let i = 0; i < 3; i++) { for (const j of [0, 1]) { if (j === 1) continue outer; if (i === 2) break outer; say(i, j); } }
let count = 0; const counts = { n: 0, list: [0] }; let big = 1n;
function bump() { count++; ++count; count += 2; count = count * 2; counts.n++; counts.n += count; counts.list[0]!--; big++; big += 1n; return count; }
say(bump(), bump(), counts, big);
let k = 0; do { k++; say(k); } while (k < 2); while (k > 0) k--; for (const key in { p: 1 }) say(key); if (k) say('no'); else say('else');
function thrower(): never { say('throw'); throw new RangeError('thrown'); }
try { thrower(); } catch (error) { say((error as Error).message); } finally { say('finally'); }
const attempt = (f: () => unknown) => { try { return f(); } catch (error) { return (error as Error).message; } };
const nothing = undefined as unknown as { a: { (): void; b(): void } };
say(attempt(() => nothing.a()), attempt(() => (1 as unknown as () => void)()), attempt(() => new (class { #m() { return say('m'); } run() { return this.#m(); } })().run()));
switch (say('case') ?? 2) { case 1: say('one'); break; case 2: { say('two'); function local() { return say('local'); } local(); } default: say('through'); }
const tag = (parts: TemplateStringsArray, ...values: unknown[]) => say(...parts, ...values) ?? parts.length;
say(tag\`a\${declared(1)}b\`, \`\${arrow(1)}\`, typeof declared, void say('void'), (say('comma'), 2));
{ using disposable = { [Symbol.dispose]() { say('disposed'); } }; say(disposable !== null); }
const curry = (a: number) => (b: number) => (c: number) => say(a, b, c) ?? a + b + c; say(curry(1)(2)(3));
const { length } = say.toString(), [first = declared(1)] = [] as number[]; say(length > 0, first);
var later = Base.later(1); later.then((x) => { say(x); console.log(JSON.stringify(log, (_, v) => typeof v === 'bigint' ? String(v) : v)); });
`;

test('a program does in steps what it does without', async () => {
  const [plain, inSteps] = await Promise.all([printed(language), printed(`${language}import 'threading';`)]);
  expect(inSteps).toEqual(plain);
  expect(plain[0]).toContain('through');
});

test('threads share variables, and sleeps overlap', async () => {
  const [line] = await printed(`import { ThreadPool } from 'multiprocessing/pool';
import time from 'time';
const seen = new Set<number>();
using pool = new ThreadPool(4);
const began = time.time();
const squares = pool.map((n) => { seen.add(n); time.sleep(0.2); return n * n; }, [0, 1, 2, 3, 4, 5, 6, 7], 1);
const took = time.time() - began;
console.log(squares.join(), seen.size, took >= 0.4 && took < 0.6);`);
  expect(line).toBe('0,1,4,9,16,25,36,49 8 true');
});

test('a race on a global counter loses updates, and a lock repairs it', async () => {
  const lines = await printed(`import { Lock, Thread } from 'threading';
let counter = 0;
const lock = new Lock();
function race(n: number) { for (let i = 0; i < n; i++) counter += 1; }
function steps(n: number) { for (let i = 0; i < n; i++) { const old = counter; for (let j = 0; j < 3; j++); counter = old + 1; } }
function safe(n: number) { for (let i = 0; i < n; i++) { using _ = lock.hold(); counter += 1; } }
for (const [target, n] of [[race, 20_000_000], [steps, 2_000_000], [safe, 20_000]] as const) {
  counter = 0;
  const threads = [1, 2].map(() => new Thread({ target, args: [n] }));
  for (const thread of threads) thread.start();
  for (const thread of threads) thread.join();
  console.log(target.name, counter === 2 * n ? 'exact' : counter < 2 * n ? 'lost' : 'too many');
}`);
  expect(lines).toEqual(['race lost', 'steps lost', 'safe exact']);
});

test('threads that take a lock again and again still take turns', async () => {
  const [turns = ''] = await printed(`
    import { Lock, Thread } from 'threading';
    import time from 'time';
    const lock = new Lock();
    let last = 0;
    let turns = 0;
    function work(me: number) {
      const end = time.monotonic() + 4;
      while (turns < 10 && time.monotonic() < end) {
        using _ = lock.hold();
        if (last !== me) turns++;
        last = me;
      }
    }
    const threads = [1, 2].map((n) => new Thread({ target: work, args: [n] }));
    for (const t of threads) t.start();
    for (const t of threads) t.join();
    console.log(turns);`);
  // Two would be one after the other.
  expect(Number(turns)).toBeGreaterThanOrEqual(10);
});

test('threads wait for objects of processes, and the other way round', async () => {
  const lines = await printed(`import { Event, Lock, Pipe, Process, Queue } from 'multiprocessing';
import { Thread } from 'threading';
import time from 'time';
function answer(questions: Queue<number>, answers: Queue<number>, go: Event) {
  go.wait();
  for (let n = questions.get(); n > 0; n = questions.get()) answers.put(n * n);
}
if (import.meta.main) {
  const [questions, answers, go] = [new Queue<number>(), new Queue<number>(), new Event()];
  const p = new Process({ target: answer, args: [questions, answers, go] });
  p.start();
  const got: number[] = [];
  const reader = new Thread({ target: () => { for (let i = 0; i < 3; i++) got.push(answers.get()); } });
  reader.start();
  const writer = new Thread({ target: () => { for (const n of [1, 2, 3, 0]) { questions.put(n); time.sleep(0.01); } } });
  writer.start();
  go.set();
  for (const each of [writer, reader, p]) each.join();
  console.log(got.join(), p.exitcode);
  const lock = new Lock();
  lock.acquire();
  const order: string[] = [];
  const others = ['a', 'b'].map((name) => new Thread({ target: () => { using _ = lock.hold(); order.push(name); } }));
  for (const other of others) other.start();
  time.sleep(0.05);
  order.push('main');
  lock.release();
  for (const other of others) other.join();
  console.log(order[0], order.length);
  const [near, far] = Pipe<string>();
  const waiting = new Thread({ target: () => console.log('received', near.recv()) });
  waiting.start();
  far.send('hello');
  waiting.join();
}`);
  expect(lines).toEqual(['1,4,9 0', 'main 3', 'received hello']);
});

test('processes start threads, and threads start processes', async () => {
  const lines = await printed(`import { Process } from 'multiprocessing';
import { Thread, activeCount, currentThread, mainThread } from 'threading';
function leaf(name: string) { console.log(name, currentThread() === mainThread()); }
function branch() {
  const t = new Thread({ target: leaf, args: ['thread of a process'] });
  t.start(); t.join();
}
function viaThread() {
  const p = new Process({ target: leaf, args: ['process of a thread'] });
  p.start(); p.join();
  console.log(p.exitcode);
}
if (import.meta.main) {
  const p = new Process({ target: branch }); p.start(); p.join();
  const t = new Thread({ target: viaThread }); t.start(); t.join();
  console.log(activeCount());
}`);
  expect(lines).toEqual(['thread of a process false', 'process of a thread true', '0', '1']);
});

test('the process ends when its threads have, but for daemons; then come the exit handlers', async () => {
  const lines = await printed(`import { register } from 'atexit';
import { Thread } from 'threading';
import time from 'time';
register(() => console.log('exit handler'));
new Thread({ target: () => { time.sleep(0.1); console.log('thread'); } }).start();
new Thread({ target: () => { for (;;) time.sleep(0.02); }, daemon: true }).start();
console.log('main');`);
  expect(lines).toEqual(['main', 'thread', 'exit handler']);
});

test('an exception ends its thread only', async () => {
  const { stdout, stderr, exitcode } = await runProgram(`import { ValueError } from 'builtins';
import sys from 'sys';
import { Thread } from 'threading';
function fail(text: string) {
  throw new ValueError(text);
}
const threads = [new Thread({ target: fail, args: ['no'] }), new Thread({ target: () => sys.exit(3) })];
for (const thread of threads) { thread.start(); thread.join(); }
console.log(threads.map((thread) => thread.isAlive()).join());`);
  expect({ stdout, exitcode }).toEqual({ stdout: 'false,false\n', exitcode: 0 });
  expect(stderr).toBe(`Exception in thread Thread-1 (fail):
Traceback (most recent call last):
  File "main.ts:5:9", in fail
    throw new ValueError(text);
ValueError: no
`);
});

test('what a thread says of itself, and what it refuses', async () => {
  const lines = await printed(`import { RuntimeError } from 'builtins';
import { Thread, Timer, currentThread, enumerate, getIdent, local, mainThread } from 'threading';
const text = (thread: Thread<never>) => String(thread).replace(/\\d{6,}/, 'ID');
const attempt = (f: () => unknown) => { try { f(); } catch (e) { console.log(e instanceof RuntimeError, (e as Error).message); } };
function work() { console.log(text(currentThread()), getIdent() === t.ident); }
const t = new Thread({ target: work });
console.log(text(t), t.ident, t.name, t.daemon);
attempt(() => t.join());
t.start(); t.join();
attempt(() => t.start());
attempt(() => currentThread().join());
console.log(text(t), text(mainThread()), enumerate().length);
class Own extends Thread { override run() { console.log('run of', this.name); } }
const own = new Own({ name: 'own' }); own.daemon = true; own.start(); own.join(); console.log(text(own));
const mine = new local(); mine['x'] = 1;
const other = new Thread({ target: () => { console.log('x' in mine); mine['x'] = 2; } }); other.start(); other.join();
console.log(mine['x']);
const timer = new Timer(0.02, (name: string) => console.log('timer', name), ['late']); timer.start();
const cancelled = new Timer(0.01, () => console.log('never')); cancelled.start(); cancelled.cancel();
timer.join(); cancelled.join();
attempt(() => { own.daemon = false; });`);
  expect(lines).toEqual([
    '<Thread(Thread-1 (work), initial)> null Thread-1 (work) false',
    'true cannot join thread before it is started',
    '<Thread(Thread-1 (work), started ID)> true',
    'true threads can only be started once',
    'true cannot join current thread',
    '<Thread(Thread-1 (work), stopped ID)> <_MainThread(MainThread, started ID)> 1',
    'run of own',
    '<Own(own, stopped daemon ID)>',
    'false',
    '1',
    'timer late',
    'true cannot set daemon status of active thread',
  ]);
});

test('a value of several expressions is the last of them, also where threads take turns', async () => {
  const lines = await printed(`import { activeCount } from 'threading';
import { repr } from 'builtins';
import { Condition, RLock } from 'multiprocessing';
let x = 1;
const f = () => (x = (activeCount(), x + 1), x);
const g = () => repr(new Condition(new RLock()));
const named = { plus: (n: number) => () => n + x };
console.log(f(), f(), x, g(), Reflect.apply(named.plus(4), null, []));`);
  expect(lines).toEqual(['2 3 3 <Condition(<RLock(None, 0)>, 0)> 7']);
});

test('an executor of threads that nobody shuts down ends with the program, after its calls', async () => {
  const lines = await printed(`import atexit from 'atexit';
import { ThreadPoolExecutor } from 'concurrent/futures';
import time from 'time';
atexit.register(console.log, 'atexit');
const executor = new ThreadPoolExecutor(1);
for (const n of [1, 2]) executor.submit(() => { time.sleep(0.05); console.log('call', n); });
console.log('end');`);
  expect(lines).toEqual(['end', 'call 1', 'call 2', 'atexit']);
});

test('calls in an executor of threads', async () => {
  const lines = await printed(`import { ThreadPoolExecutor, asCompleted, wait } from 'concurrent/futures';
import { currentThread } from 'threading';
import time from 'time';
using executor = new ThreadPoolExecutor(2);
console.log([...executor.map((x: number, y: number) => x * y, [1, 2, 3], [4, 5, 6])].join());
const slow = executor.submit((s: number) => { time.sleep(s); return currentThread().name; }, 0.1);
const failed = executor.submit(() => { throw new RangeError('in a thread'); });
console.log([...asCompleted([slow, failed])].map((future) => future === slow).join());
console.log(slow.result(), (failed.exception() as Error).message, wait([slow]).done.size);`);
  expect(lines).toEqual(['4,10,18', 'false,true', 'ThreadPoolExecutor-0_0 in a thread 1']);
});

test('Ctrl+C is raised in the main thread, where it waits or computes', async () => {
  for (const body of ['t.join();', 'for (let n = 0; ; n++) x = n;']) {
    const run = await runProgram(
      `import { Thread } from 'threading';
import time from 'time';
let x = 0;
const t = new Thread({ target: () => time.sleep(30), daemon: true });
t.start();
console.log('ready');
${body}`,
      {
        during: (machine, written) => {
          const look = setInterval(() => {
            if (!written().includes('ready')) return;
            clearInterval(look);
            machine.interrupt();
          }, 20);
        },
      },
    );
    expect(run.stderr).toMatch(/^Traceback[^]*File "main.ts:7:\d+", in <module>[^]*KeyboardInterrupt\n$/);
    expect(run.exitcode).toBe(-2);
  }
});

test('the trace tells which thread did what', async () => {
  const { trace } = await runProgram(`import { Thread } from 'threading';
import { Lock } from 'multiprocessing';
const lock = new Lock();
const t = new Thread({ target: () => { using _ = lock.hold(); }, name: 'helper' });
t.start(); t.join();`);
  const started = trace.find(({ type }) => type === 'thread/started');
  expect(started).toMatchObject({ type: 'thread/started', threadStarted: 1, name: 'helper' });
  expect(trace.find(({ type }) => type === 'lock/acquired')).toMatchObject({ thread: 1 });
  expect(trace.some(({ type }) => type === 'thread/ended')).toBe(true);
});
