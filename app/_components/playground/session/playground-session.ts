import type { Machine, OutputRecord, ProcessSnapshot, Recording } from '@/runtime';
import type { DraftStorage } from './draft-storage';
import { type InputEffect, LineDiscipline } from './line-discipline';
import { type FrameClock, OutputPump } from './output-pump';
import type { LoadedRuntime, RuntimeLoader } from './runtime-port';
import { type CodeNotice, isAwaitingInput, isRunning, type RunState, type SessionSnapshot } from './session-snapshot';
import { filesOf, textOf, withFile } from './program-files';
import { findPositions, type SourcePosition } from './source-position';
import type { TerminalPort } from './terminal-port';
import { TextLog } from './text-log';

export interface SessionOptions {
  readonly starter: string;
  readonly drafts: DraftStorage;
  readonly loadRuntime: RuntimeLoader;
  readonly frames: FrameClock;
}

const SAVE_AFTER_MS = 300;
/** Keys typed before the program reads; more than this is a mistake, not an answer. */
const MAX_TYPED_AHEAD = 64 * 1024;
/** Enough of stderr to hold the last traceback. */
const ERROR_TAIL = 4096;

/**
 * One playground: the reader's code and the machine that runs it. A plain store; the views subscribe to it and call
 * its methods. It knows terminals only by their port, and of React, xterm and Monaco nothing.
 */
export class PlaygroundSession {
  /** The output as text, for screen readers. */
  readonly log = new TextLog();
  readonly #options: SessionOptions;
  readonly #pump: OutputPump;
  readonly #discipline = new LineDiscipline();
  readonly #listeners = new Set<() => void>();
  #snapshot: SessionSnapshot;
  #terminal: TerminalPort | null = null;
  #machine: Machine | null = null;
  #trace: Recording | null = null;
  #leaveMachine: (() => void) | null = null;
  #runtime: Promise<LoadedRuntime> | null = null;
  /** Which press of Run is the current one. */
  #run = 0;
  #typedAhead = '';
  #errorTail = '';
  /** What the current run was made of. */
  #ranSource = '';
  #saveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#pump = new OutputPump(options.frames);
    this.#snapshot = {
      source: options.starter,
      files: filesOf(options.starter),
      isDirty: false,
      notice: null,
      isUnsaved: false,
      fault: null,
      run: { phase: 'idle' },
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): SessionSnapshot => this.#snapshot;

  // ---- the reader's code ----

  /** Takes up the reader's code of an earlier visit. It is shown, never run. */
  restore(): void {
    const { current, older } = this.#options.drafts.load();
    const isUntouched = this.#snapshot.source === this.#options.starter;
    if (current && isUntouched && current.source !== this.#options.starter) {
      this.#show(current.source, { kind: 'restored' });
    } else if (older && isUntouched && older.source !== this.#options.starter) {
      this.#set({ notice: { kind: 'older-draft', source: older.source } });
    }
  }

  /** The reader changed a file in an editor. */
  editFile(name: string, source: string): void {
    this.edit(textOf(withFile(this.#snapshot.files, name, source)));
  }

  /** A file more, empty; its name is free. */
  addFile(name: string): void {
    this.edit(textOf([...this.#snapshot.files, { name, source: '' }]));
  }

  renameFile(from: string, name: string): void {
    this.edit(textOf(this.#snapshot.files.map((file) => (file.name === from ? { ...file, name } : file))));
  }

  /** `undoReplace` brings it back. */
  removeFile(name: string): void {
    const { files, source: previous } = this.#snapshot;
    this.#replace(textOf(files.filter((file) => file.name !== name)), { kind: 'replaced', by: 'removal', previous });
  }

  /** The reader changed the program. */
  edit(source: string): void {
    if (source === this.#snapshot.source) return;
    const { notice, run } = this.#snapshot;
    this.#show(source, notice?.kind === 'older-draft' ? notice : null);
    // The compiler's complaint was about other code.
    if (run.phase === 'compile-failed') this.#set({ run: { phase: 'idle' } });
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.#save(), SAVE_AFTER_MS);
  }

  /** Back to the starter; `undoReplace` brings the reader's code back. */
  reset(): void {
    const previous = this.#snapshot.source;
    if (previous === this.#options.starter) return;
    this.#replace(this.#options.starter, { kind: 'replaced', by: 'starter', previous });
  }

  /** Code that came with a link is shown, never run. `undoReplace` brings the reader's own back. */
  openLink(source: string | null): void {
    const { source: previous } = this.#snapshot;
    if (source === null) this.#set({ notice: { kind: 'bad-link' } });
    else if (source !== previous) this.#replace(source, { kind: 'replaced', by: 'link', previous });
  }

  /** Another program in place of the reader's, which `undoReplace` brings back. */
  openExample(source: string): void {
    const { source: previous } = this.#snapshot;
    if (source !== previous) this.#replace(source, { kind: 'replaced', by: 'example', previous });
  }

  takeOlderDraft(): void {
    const { notice, source: previous } = this.#snapshot;
    if (notice?.kind !== 'older-draft') return;
    this.#replace(notice.source, { kind: 'replaced', by: 'older-draft', previous });
  }

  undoReplace(): void {
    const { notice } = this.#snapshot;
    if (notice?.kind === 'replaced') this.#replace(notice.previous, null);
  }

  /** The reader has seen the notice. An older draft that was declined is forgotten. */
  dismissNotice(): void {
    if (this.#snapshot.notice?.kind === 'older-draft') this.#options.drafts.removeOlder();
    this.#set({ notice: null });
  }

  /** Writes down what was not yet written; called when the page is left. */
  flush(): void {
    if (this.#saveTimer !== undefined) this.#save();
  }

  #save(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    const { source, isDirty } = this.#snapshot;
    if (!isDirty) {
      this.#options.drafts.remove();
      if (this.#snapshot.isUnsaved) this.#set({ isUnsaved: false });
      return;
    }
    const isUnsaved = !this.#options.drafts.save(source, Date.now());
    if (isUnsaved !== this.#snapshot.isUnsaved) this.#set({ isUnsaved });
  }

  #replace(source: string, notice: CodeNotice | null): void {
    this.#show(source, notice);
    if (this.#snapshot.run.phase === 'compile-failed') this.#set({ run: { phase: 'idle' } });
    this.#save();
  }

  #show(source: string, notice: CodeNotice | null): void {
    this.#set({ source, files: filesOf(source), notice, isDirty: source !== this.#options.starter });
  }

  // ---- the machine ----

  /** Fetches the runtime and warms workers; called when the reader's pointer is on Run. */
  warm(): void {
    this.#load().then(
      (runtime) => runtime.box.warm(),
      () => undefined, // Run tries again, and tells
    );
  }

  /**
   * Runs the reader's program in place of what runs now.
   *
   * @param listen - hears all that it writes.
   * @returns null when there is no machine, which the snapshot explains; or it was stopped before there was one.
   */
  async run(listen?: (records: readonly OutputRecord[]) => void): Promise<Machine | null> {
    this.stop();
    const run = ++this.#run;
    this.#begin();
    let runtime: LoadedRuntime;
    try {
      runtime = await this.#load();
    } catch {
      if (run === this.#run) this.#set({ run: { phase: 'load-failed' } });
      return null;
    }
    if (run !== this.#run) return null; // stopped meanwhile
    const compiled = runtime.compile(this.#snapshot.files);
    if ('problem' in compiled) {
      const { problem } = compiled;
      const place = `${problem.file}:${problem.line}:${problem.column}`;
      this.#say(`${place}: ${problem.message}${problem.hint ? `\n${problem.hint}` : ''}\n`);
      this.#set({ run: { phase: 'compile-failed', problem }, fault: problem });
      return null;
    }
    const machine = runtime.box.run(compiled.image, {
      onOutput: (records, done) => {
        listen?.(records);
        if (this.#machine !== machine) return done();
        this.#take(records, done);
      },
    });
    this.#machine = machine;
    this.#trace = machine.trace;
    this.#leaveMachine = machine.subscribe(() => this.#follow(machine));
    this.#follow(machine);
    return machine;
  }

  /** At once: the machine is gone and what it printed and nobody has seen is dropped. */
  stop(): void {
    this.#run++;
    const machine = this.#machine;
    if (machine && isRunning(this.#snapshot.run)) {
      machine.stop();
      this.#pump.discard();
    }
    if (machine) this.#follow(machine);
    else if (this.#snapshot.run.phase === 'preparing') this.#set({ run: { phase: 'idle' } });
    this.#leaveMachine?.();
    this.#leaveMachine = null;
  }

  /** What the last machine has left behind so far. It changes without notice: look at its version. */
  get trace(): Recording | null {
    return this.#trace;
  }

  /** Sends a signal to one process of the current machine. */
  kill(pid: number, signal: number): void {
    this.#machine?.kill(pid, signal);
  }

  /** The code has not been touched since Run was pressed. */
  get isAsRun(): boolean {
    return this.#snapshot.source === this.#ranSource;
  }

  /** Where the program failed: the innermost line of the last traceback. */
  #findFault(run: RunState): SourcePosition | null {
    if (run.phase !== 'machine' || !run.machine.exitcode) return null;
    return (
      findPositions(this.#errorTail).findLast((place) => this.#snapshot.files.some(({ name }) => name === place.file)) ?? null
    );
  }

  #begin(): void {
    this.#machine = null;
    this.#typedAhead = '';
    this.#errorTail = '';
    this.#ranSource = this.#snapshot.source;
    this.#discipline.reset();
    this.#pump.discard();
    this.clear();
    this.#set({ run: { phase: 'preparing' }, fault: null });
  }

  #load(): Promise<LoadedRuntime> {
    this.#runtime ??= this.#options.loadRuntime();
    this.#runtime.catch(() => {
      this.#runtime = null; // a broken connection may be whole again at the next press
    });
    return this.#runtime;
  }

  #follow(machine: Machine): void {
    if (machine !== this.#machine) return;
    const run: RunState = { phase: 'machine', machine: machine.getSnapshot() };
    if (this.#snapshot.run.phase === 'machine' && this.#snapshot.run.machine === run.machine) return;
    const wasAwaiting = isAwaitingInput(this.#snapshot.run);
    const isAwaiting = isAwaitingInput(run);
    // A prompt is heard before the question whether to answer it, and all that was printed before the end.
    if (isAwaiting || !isRunning(run)) this.log.flush();
    this.#set({ run, fault: this.#findFault(run) });
    if (isAwaiting !== wasAwaiting) this.#terminal?.setAwaitingInput(isAwaiting);
    if (isAwaiting && this.#typedAhead !== '') {
      const typed = this.#typedAhead;
      this.#typedAhead = '';
      this.#apply(this.#discipline.feed(typed));
    }
  }

  // ---- the terminal ----

  attachTerminal(terminal: TerminalPort): () => void {
    this.#terminal = terminal;
    terminal.setAwaitingInput(isAwaitingInput(this.#snapshot.run));
    this.#pump.attach((records, done) => terminal.write(records, done));
    return () => {
      if (this.#terminal !== terminal) return;
      this.#terminal = null;
      this.#pump.attach(null);
    };
  }

  /** Keys or a paste from the terminal. Before the program reads they wait, except Ctrl+C. */
  type(data: string): void {
    if (!this.#machine || !isRunning(this.#snapshot.run)) return;
    if (data === '\x03' || isAwaitingInput(this.#snapshot.run)) this.#apply(this.#discipline.feed(data));
    else this.#typedAhead = (this.#typedAhead + data).slice(0, MAX_TYPED_AHEAD);
  }

  /** The process with this pid in the current machine. */
  process(pid: number): ProcessSnapshot | undefined {
    const { run } = this.#snapshot;
    return run.phase === 'machine' ? run.machine.processes.find((process) => process.pid === pid) : undefined;
  }

  /** Greys in the terminal what was printed later than a moment; null: nothing is. */
  showPast(timeMs: number | null): void {
    this.#terminal?.setHorizon(timeMs);
  }

  /** Empties the terminal; the program goes on. */
  clear(): void {
    this.log.clear();
    this.#terminal?.reset();
  }

  #apply(effects: readonly InputEffect[]): void {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'echo':
          this.#terminal?.echo(effect.text);
          break;
        case 'input':
          this.#machine?.writeInput(effect.text);
          break;
        case 'end':
          this.#machine?.closeInput();
          break;
        case 'interrupt':
          this.#machine?.interrupt();
          break;
      }
    }
  }

  /** The compiler's words go the way of output, so that they are seen even when the terminal comes later. */
  #say(text: string): void {
    this.#take([{ pid: 0, stream: 'stderr', timeMs: 0, text }], () => undefined);
  }

  #take(records: readonly OutputRecord[], done: () => void): void {
    for (const { stream, text } of records) {
      if (stream === 'stderr') this.#errorTail = (this.#errorTail + text).slice(-ERROR_TAIL);
    }
    this.log.append(records);
    this.#pump.push(records, done);
  }

  #set(change: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
