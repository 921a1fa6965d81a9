import { type ProgramFile, textOf } from '../session/program-files';
import type { Machine, MachineSnapshot, OutputRecord, RunOptions } from '@/runtime';
import type { CompileResult, LoadedRuntime } from '../session/runtime-port';

/** A machine that does what a test says. */
export class FakeMachine {
  readonly #listeners = new Set<() => void>();
  /** What the program was given, in order: typed text, `end`, `interrupt` or `stop`. */
  readonly received: string[] = [];
  #snapshot: MachineSnapshot = {
    phase: 'running',
    processes: [{ pid: 4101, parentPid: 1, name: 'MainProcess', index: 0, startedMs: 1, endedMs: null, exitcode: null }],
    elapsedMs: 1,
    exitcode: null,
    wantsInput: false,
    notices: [],
  };

  constructor(
    readonly source: string,
    readonly options: RunOptions,
  ) {}

  readonly machine: Machine = {
    subscribe: (listener: () => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
    getSnapshot: () => this.#snapshot,
    writeInput: (text: string) => void this.received.push(text),
    closeInput: () => void this.received.push('end'),
    interrupt: () => void this.received.push('interrupt'),
    kill: () => undefined,
    stop: () => {
      this.received.push('stop');
      this.become({ phase: 'stopped' });
    },
  } as Partial<Machine> as Machine;

  become(change: Partial<MachineSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Prints, and tells whether the playground has asked for more. */
  print(text: string, stream: OutputRecord['stream'] = 'stdout'): { isTaken: boolean } {
    const state = { isTaken: false };
    this.options.onOutput([{ pid: 4101, stream, timeMs: 1, text }], () => {
      state.isTaken = true;
    });
    return state;
  }
}

/** Compiles everything but what contains `syntax error`, and remembers the machines it made. */
export class FakeRuntime implements LoadedRuntime {
  readonly machines: FakeMachine[] = [];
  warmed = 0;

  get last(): FakeMachine {
    const machine = this.machines.at(-1);
    if (!machine) throw new Error('Nothing was run');
    return machine;
  }

  readonly box = {
    warm: () => {
      this.warmed++;
    },
    run: (image: { source: string }, options: RunOptions) => {
      const made = new FakeMachine(image.source, options);
      this.machines.push(made);
      return made.machine;
    },
  } as unknown as LoadedRuntime['box'];

  compile(files: readonly ProgramFile[]): CompileResult {
    const source = textOf(files);
    if (source.includes('syntax error')) {
      return { problem: { file: 'main.ts', line: 2, column: 3, message: 'Unexpected token', hint: 'Close the bracket.' } };
    }
    return { image: { source } as never };
  }
}
