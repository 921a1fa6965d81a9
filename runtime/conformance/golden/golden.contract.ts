/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { runProgram } from '../../contract/run-program';
import { normaliseErrors, normaliseText, sortLines } from './normalise';

/*
 * Programs that CPython ran, written line for line in TypeScript: they print the same and end the same. What a program
 * needs to print Python's words (None, True, a tuple) is in the program. The recordings are made by record.py.
 */

interface Leeway {
  /** Compare stdout as a set of lines. */
  readonly anyOrder?: true;
  /** Do not compare this part of stdout. */
  readonly except?: RegExp;
  /** stdout has tracebacks: compare them as those of stderr. */
  readonly printsTracebacks?: true;
  /** Compare stderr up to the end of this text, which both must contain. */
  readonly errorsUntil?: string;
  readonly reason: string;
}

/** The programs that are not compared in full. */
const LEEWAY: Readonly<Record<string, Leeway>> = {
  daemon_killed_at_exit: {
    anyOrder: true,
    reason: '`main done` comes before `Starting non-daemon` only because CPython takes so long to start a process.',
  },
  dummy_cpu_vs_io: {
    errorsUntil: 'cpu:',
    reason: 'The rest are times.',
  },
  dummy_process: {
    except: /^'DummyProcess' object has no attribute.*\n/gm,
    reason: 'What an object does not have is undefined in JavaScript, and no error.',
  },
  lock_semantics: {
    except: /^keyword blocking.*\n/gm,
    reason: 'There are no keyword arguments.',
  },
  no_main_guard: {
    errorsUntil: 'bootstrapping phase.',
    reason: "The rest tells how to write the guard, in each language's own way.",
  },
  pool_callbacks: {
    except: / thread Thread-3.*/g,
    reason: 'There is no thread that handles results: a callback runs in the parent, when that is inside a call of the library.',
  },
  pool_exception_cause: {
    printsTracebacks: true,
    except: /^('\\n|the same).*/gm,
    reason: "The library's frames differ. The last line is the text before it as a Python literal.",
  },
  pool_no_main_guard: {
    errorsUntil: 'bootstrapping phase.',
    reason: 'Workers that cannot start are replaced until the parent ends, and the rest is as for no_main_guard.',
  },
};

// Not read from the disk: the contract runs in the browser too.
const files = import.meta.glob<string>(['./programs/*.ts', './recorded/*.{out,err,rc}'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

function fileOf(path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`Cannot find a file of a golden program: ${path}`);
  return text;
}

function upTo(phrase: string, text: string): string {
  const start = text.indexOf(phrase);
  if (start === -1) throw new Error(`Cannot find what both have to say: ${phrase}\n${text}`);
  return text.slice(0, start + phrase.length);
}

/** What some programs import. */
const SHARED = 'python-text.ts';
const shared = { name: SHARED, source: fileOf(`./programs/${SHARED}`) };

/** What these print depends on how long something takes: each has the machine for itself. */
const MEASURING: ReadonlySet<string> = new Set(['dummy_cpu_vs_io', 'dummy_pool', 'pool_names']);

const names = Object.keys(files).flatMap((path) => /^\.\/programs\/(\w+)\.ts$/.exec(path)?.[1] ?? []);

test('every leeway is for a program that exists', () => {
  expect(names).toEqual(expect.arrayContaining(Object.keys(LEEWAY)));
});

async function compare(name: string): Promise<void> {
  const { anyOrder, errorsUntil, except, printsTracebacks } = LEEWAY[name] ?? {};
  const inOrder = anyOrder === true ? sortLines : (text: string) => text;
  const errorsOf = (text: string) => normaliseErrors(errorsUntil === undefined ? text : upTo(errorsUntil, text));
  const normalise = printsTracebacks === true ? normaliseErrors : normaliseText;
  const outputOf = (text: string) => inOrder(normalise(except === undefined ? text : text.replace(except, '')));
  const run = await runProgram([{ name: 'main.ts', source: fileOf(`./programs/${name}.ts`) }, shared]);
  expect({
    stdout: outputOf(run.stdout),
    stderr: errorsOf(run.stderr),
    exitcode: run.exitcode,
  }).toEqual({
    stdout: outputOf(fileOf(`./recorded/${name}.out`)),
    stderr: errorsOf(fileOf(`./recorded/${name}.err`)),
    exitcode: Number(fileOf(`./recorded/${name}.rc`)),
  });
}

const [alone, together] = [names.filter((name) => MEASURING.has(name)), names.filter((name) => !MEASURING.has(name))];

test.each(alone)('%s does what it did in CPython', compare);
test.concurrent.each(together)('%s does what it did in CPython', compare);
