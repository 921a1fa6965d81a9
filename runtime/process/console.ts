import { formatLine } from './format-value';
import { type Stream, writeOutput } from './stdio';

/** The console of a process: `log` is Python's `print`, `error` prints to stderr. */
export function createConsole(): Record<string, (...args: unknown[]) => void> {
  let indentation = '';
  const counts = new Map<string, number>();
  const print = (stream: Stream, args: readonly unknown[]) => {
    const text = formatLine(args);
    writeOutput(stream, `${indentation === '' ? text : text.replaceAll(/^/gm, indentation)}\n`);
  };
  const toStdout = (...args: unknown[]) => print('stdout', args);
  const toStderr = (...args: unknown[]) => print('stderr', args);
  return {
    log: toStdout,
    info: toStdout,
    debug: toStdout,
    dir: (value) => print('stdout', [value]),
    error: toStderr,
    warn: toStderr,
    assert: (condition, ...args) => {
      if (condition) return;
      const [first, ...rest] = args;
      print('stderr', typeof first === 'string' ? [`Assertion failed: ${first}`, ...rest] : ['Assertion failed', ...args]);
    },
    count: (label = 'default') => {
      const name = String(label);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      print('stdout', [`${name}: ${count}`]);
    },
    group: (...args) => {
      if (args.length > 0) print('stdout', args);
      indentation += '  ';
    },
    groupEnd: () => {
      indentation = indentation.slice(2);
    },
  };
}
