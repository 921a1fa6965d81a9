import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CompileError, compile, type SourceFile } from '../compiler';
import type { Machine } from '../page/machine';
import type { MachineNotice } from '../page/machine-snapshot';
import { explainDeadlock, viewOf } from '../trace';
import { createNodeBox } from './node-box';
import { tcpNetwork } from './tcp-network';

const USAGE = `usage: spawnpoint run FILE.ts [ARGUMENT …]

Runs a program in this terminal: its processes are threads, stdin and Ctrl+C are yours,
and the exit status is the program's.`;

const FAILED = 1;
const MISUSED = 2;
/** A shell reports the end by a signal as 128 plus its number. */
const SIGNALLED = 128;

/** The command `spawnpoint`. */
export async function main(args: readonly string[]): Promise<void> {
  const [command, file, ...rest] = args;
  if (command !== 'run' || file === undefined) {
    const asked = command === '--help' || command === 'help';
    (asked ? process.stdout : process.stderr).write(`${USAGE}\n`);
    process.exitCode = asked ? 0 : MISUSED;
    return;
  }
  process.exitCode = await run(file, rest);
}

async function run(file: string, args: readonly string[]): Promise<number> {
  let image;
  try {
    image = compile(sourcesAround(file), basename(file));
  } catch (error) {
    process.stderr.write(`${error instanceof CompileError ? describe(error) : `spawnpoint: ${String(error)}`}\n`);
    return error instanceof CompileError ? FAILED : MISUSED;
  }
  const box = createNodeBox(new URL('.', import.meta.url), tcpNetwork());
  const machine = box.run(image, {
    argv: [file, ...args],
    onOutput: (records, done) => {
      // A terminal that does not keep up slows the program down, as it would any other.
      let waiting = records.length;
      const written = () => {
        if (--waiting === 0) done();
      };
      if (waiting === 0) done();
      for (const { stream, text } of records) process[stream].write(text, written);
    },
  });
  // Whoever reads has gone: there is nobody to write for.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => machine.stop());
  connectTerminal(machine);
  return ended(machine);
}

function connectTerminal(machine: Machine): void {
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (text: string) => machine.writeInput(text));
  process.stdin.on('end', () => machine.closeInput());
  process.on('SIGINT', () => machine.interrupt());
}

/** Resolves with the exit status once the machine is gone and all output is out. */
function ended(machine: Machine): Promise<number> {
  return new Promise((resolve) => {
    let told = 0;
    machine.subscribe(() => {
      const { phase, exitcode, notices } = machine.getSnapshot();
      for (const notice of notices.slice(told)) process.stderr.write(`spawnpoint: ${wordsOf(notice, machine)}\n`);
      told = notices.length;
      if (phase === 'starting' || phase === 'running') return;
      process.stdin.destroy();
      process.removeAllListeners('SIGINT');
      const code = exitcode ?? FAILED;
      resolve(code < 0 ? SIGNALLED - code : code);
    });
  });
}

/** A deadlock is told as in the page: by the names and lines of the program. */
function wordsOf({ kind, text }: MachineNotice, { trace }: Machine): string {
  const deadlock = kind === 'deadlock' ? explainDeadlock(viewOf(trace.events)) : null;
  if (deadlock === null) return text;
  const sentences = [...deadlock.causes, ...deadlock.others].map(({ en }) => en.replaceAll('`', ''));
  return ['Deadlock: every process waits, and none can go on.', ...sentences].join('\n');
}

/** The program and the TypeScript files beside it, which it may import. */
function sourcesAround(file: string): SourceFile[] {
  const directory = dirname(file);
  const entry = basename(file);
  const others = readdirSync(directory).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && name !== entry);
  return [entry, ...others].map((name) => ({ name, source: readFileSync(join(directory, name), 'utf8') }));
}

function describe({ file, line, column, message, hint }: CompileError): string {
  return `${file}:${line}:${column}: ${message}${hint === undefined ? '' : `\n  ${hint}`}`;
}
