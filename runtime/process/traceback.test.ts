import { expect, test } from 'vitest';
import { compile } from '../compiler';
import { ValueError } from '../errors';
import { Program } from './program';
import { framesOf } from './stack';
import { formatTraceback } from './traceback';

/** Runs a program in this thread and answers the traceback of what it throws. */
function tracebackOf(source: string, builtins = {}): string {
  const program = new Program(compile([{ name: 'main.ts', source }]), { builtins: { ValueError, ...builtins } });
  try {
    program.loadEntry(true);
  } catch (error) {
    return formatTraceback(error, program);
  }
  throw new Error('The program ended well');
}

test('calls are listed from the outermost to the innermost, with lines of the TypeScript', () => {
  const source = `interface Job { id: number }
const run = (job: Job): void => {
  throw new Error(\`no \${job.id}\`);
};
class Worker { constructor(private job: Job) { run(this.job); } }
new Worker({ id: 1 });`;
  expect(tracebackOf(source)).toBe(`Traceback (most recent call last):
  File "main.ts:6:1", in <module>
    new Worker({ id: 1 });
  File "main.ts:5:48", in __init__
    class Worker { constructor(private job: Job) { run(this.job); } }
  File "main.ts:3:9", in run
    throw new Error(\`no \${job.id}\`);
Error: no 1
`);
});

test('a cause comes first', () => {
  const source = `import { ValueError } from 'builtins';
try {
  null!.x;
} catch (error) {
  throw new ValueError('bad', { cause: error });
}`;
  expect(tracebackOf(source)).toBe(`Traceback (most recent call last):
  File "main.ts:3:9", in <module>
    null!.x;
TypeError: Cannot read properties of null (reading 'x')

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "main.ts:5:9", in <module>
    throw new ValueError('bad', { cause: error });
ValueError: bad
`);
});

test('a recursion is told once and counted', () => {
  const text = tracebackOf(`function down(n: number): number {
  if (n === 0) throw new Error();
  return down(n - 1);
}
down(7);`);
  expect(text).toBe(`Traceback (most recent call last):
  File "main.ts:5:1", in <module>
    down(7);
${'  File "main.ts:3:10", in down\n    return down(n - 1);\n'.repeat(3)}  [Previous line repeated 4 more times]
  File "main.ts:2:22", in down
    if (n === 0) throw new Error();
Error
`);
});

test('what is thrown need not be an error', () => {
  expect(tracebackOf("throw 'a text';")).toBe(
    "Traceback (most recent call last):\nTypeError: exceptions must derive from Error, not 'a text'\n",
  );
});

test('a call that is none is quoted as it was written', () => {
  const text = tracebackOf(
    "import { Lock } from 'multiprocessing';\nconst lock = { other: 1 } as unknown as Lock;\nlock.acquire();",
  );
  expect(text).toMatch(/TypeError: lock\.acquire is not a function\n$/);
});

test('a stack that a program has spoiled does no harm', () => {
  const program = new Program({ entry: 'main.ts', modules: [], hasThreads: false }, {});
  expect(framesOf({ stack: 5 }, program)).toEqual([]);
  expect(framesOf({ stack: 'main.ts:1:1\n@@@(((' }, program)).toEqual([]);
  expect(framesOf({}, program)).toEqual([]);
});

test('the formats of all engines are understood', () => {
  const program = new Program(compile([{ name: 'main.ts', source: 'function f() {\n  g();\n}' }]), {});
  const stacks = [
    'Error\n    at f (main.ts:2:3)\n    at blob:null/x:1:2',
    'f@main.ts:2:3\nx@blob:null/y:1:2',
    'f@main.ts:2:3\n@blob:null/y',
  ];
  for (const stack of stacks) {
    expect(framesOf({ stack }, program)).toEqual([{ file: 'main.ts', line: 2, column: 3, name: 'f' }]);
  }
});

test.each([
  ['print(1);', 'print is not defined. Write console.log()'],
  ["if (__name__ === '__main__') {}", "__name__ is not defined. Write import.meta.main instead of __name__ === '__main__'"],
  ['alert(1);', 'alert is not defined. A process has console.log() instead'],
  ['new ValueError();', "ValueError is not defined. Did you forget to import { ValueError } from 'builtins'?"],
  ['builtins.repr(1);', "builtins is not defined. Did you forget to import builtins from 'builtins'?"],
  ['nothing();', 'nothing is not defined'],
])('a name that is not defined: %s', (source, told) => {
  expect(tracebackOf(source).split('\n').at(-2)).toBe(`ReferenceError: ${told}`);
});
