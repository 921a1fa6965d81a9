import type { MachineOptions } from '../box/protocol';
import type { KernelToPage, PageToKernel } from '../kernel/protocol';
import { exitCodeOfStatus } from '../memory/wait-status';
import type { MachineNotice, MachineSnapshot, NoticeKind, OutputRecord, ProcessSnapshot } from './machine-snapshot';
import { parseKernelMessage } from './message-schema';
import { Recording } from '../trace';
import { MachinePort } from './network/machine-port';
import type { Network } from './network/network';
import { OutputDecoder } from './output-decoder';

/** The page's way to the box; one implementation per platform. */
export interface BoxLink {
  /** Loads the box and starts nothing. */
  open(): void;
  warm(): void;
  create(machine: number, image: Uint8Array, options: MachineOptions, port: MessagePort): void;
  destroy(machine: number): void;
  /** Gives up a box that does not answer, so that the next machine gets a new one. */
  abandon(): void;
}

export interface RunOptions {
  /** `sys.argv`; default: the name of the entry module. */
  readonly argv?: readonly string[];
  /** Size of the machine's shared memory in bytes. */
  readonly memoryBytes?: number;
  /** One call at a time: the next batch comes after `done`. */
  onOutput(records: readonly OutputRecord[], done: () => void): void;
}

const PING_MS = 1000;
/** After so many pings without an answer the box has died. Counted, not timed: hidden tabs have slow clocks. */
const UNANSWERED_PINGS = 15;

/** One run of one program, as the page sees it. */
export class Machine {
  readonly #listeners = new Set<() => void>();
  readonly #decoder = new OutputDecoder();
  /** What happened so far. It changes without notice: look at its `version`. */
  readonly trace: Recording;
  readonly #began = performance.now();
  readonly #port: MessagePort;
  readonly #network: MachinePort;
  #snapshot: MachineSnapshot = {
    phase: 'starting',
    processes: [],
    elapsedMs: 0,
    exitcode: null,
    wantsInput: false,
    notices: [],
  };
  #isShowing = false;
  #afterOutput: (() => void) | null = null;
  #unanswered = 0;
  readonly #heartbeat: ReturnType<typeof setInterval>;

  constructor(
    readonly id: number,
    private readonly link: BoxLink,
    private readonly options: RunOptions,
    port: MessagePort,
    /** Names of the program's modules, in the order of its image. */
    files: readonly string[],
    network: Network,
  ) {
    this.#network = new MachinePort(network, (message) => this.#send(message));
    this.#port = port;
    this.trace = new Recording(files);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = parseKernelMessage(data);
      if (message !== null && this.#isRunning()) this.#receive(message);
    };
    // Where browsers tell, this is how the page learns that the box's process has died.
    port.addEventListener('close', () => this.#crash());
    this.#heartbeat = setInterval(() => this.#ping(), PING_MS);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getSnapshot = (): MachineSnapshot => this.#snapshot;

  /** Gives a process that reads stdin what was typed. */
  writeInput(text: string): void {
    this.#send({ type: 'input/write', bytes: new TextEncoder().encode(text) });
  }

  /** Ctrl+D. */
  closeInput(): void {
    this.#send({ type: 'input/close' });
  }

  /** Ctrl+C: KeyboardInterrupt in every process; those that do not notice are killed. */
  interrupt(): void {
    this.#send({ type: 'machine/interrupt' });
  }

  kill(pid: number, signal: number): void {
    this.#send({ type: 'process/kill', pid, signal });
  }

  /** Ends the machine at once, whatever its processes do. */
  stop(): void {
    this.#finish({ phase: 'stopped' });
  }

  /** @internal The box could not make this machine, or does not answer. */
  fail(kind: NoticeKind, text: string): void {
    this.#finish({ phase: 'failed', notices: [...this.#snapshot.notices, { kind, text }] });
  }

  #receive(message: KernelToPage): void {
    this.#unanswered = 0;
    switch (message.type) {
      case 'output/batch':
        return this.#show(message.records);
      case 'process/started':
        return this.#started(message);
      case 'process/exited':
        return this.#exited(message.pid, message.status, message.timeMs);
      case 'input/wanted':
        return this.#update({ wantsInput: message.wanted });
      case 'machine/notice':
        return this.#notice(message);
      case 'trace/batch':
        this.trace.append(message.records);
        return this.#send({ type: 'trace/ready' });
      case 'network/listen':
      case 'network/unlisten':
      case 'network/connect':
      case 'network/answer':
      case 'network/packet':
        return this.#network.receive(message);
      case 'machine/alive':
        return;
      case 'machine/exited': {
        const exit = () => this.#finish({ phase: 'exited', exitcode: exitCodeOfStatus(message.status) });
        if (this.#isShowing) this.#afterOutput = exit;
        else exit();
      }
    }
  }

  #started({ pid, parentPid, name, timeMs }: Extract<KernelToPage, { type: 'process/started' }>): void {
    const { processes } = this.#snapshot;
    const started: ProcessSnapshot = {
      pid,
      parentPid,
      name,
      index: processes.length,
      startedMs: timeMs,
      endedMs: null,
      exitcode: null,
    };
    this.#update({ phase: 'running', processes: [...processes, started] });
  }

  #exited(pid: number, status: number, timeMs: number): void {
    const processes = this.#snapshot.processes.map((process) =>
      process.pid === pid ? { ...process, endedMs: timeMs, exitcode: exitCodeOfStatus(status) } : process,
    );
    this.#update({ processes });
  }

  #notice({ kind, text }: MachineNotice): void {
    this.#update({ notices: [...this.#snapshot.notices, { kind, text }] });
  }

  #show(batch: Uint8Array<ArrayBuffer>): void {
    const records = this.#decoder.decode(batch);
    let isDone = false;
    this.#isShowing = true;
    this.options.onOutput(records, () => {
      if (isDone) return;
      isDone = true;
      this.#isShowing = false;
      this.#send({ type: 'output/ready' });
      this.#afterOutput?.();
    });
  }

  #ping(): void {
    if (++this.#unanswered > UNANSWERED_PINGS) this.#crash();
    else this.#send({ type: 'machine/ping' });
  }

  /** A process that uses up all memory takes the whole box with it. The next machine gets a new one. */
  #crash(): void {
    if (!this.#isRunning()) return;
    this.link.abandon();
    this.fail('crashed', 'The machine does not answer any more; it may have run out of memory.');
  }

  #send(message: PageToKernel): void {
    if (this.#isRunning()) this.#port.postMessage(message);
  }

  #isRunning(): boolean {
    return this.#snapshot.phase === 'starting' || this.#snapshot.phase === 'running';
  }

  #finish(change: Partial<MachineSnapshot>): void {
    if (!this.#isRunning()) return;
    clearInterval(this.#heartbeat);
    this.#network.close();
    this.link.destroy(this.id);
    this.#port.close();
    this.#update({ ...change, wantsInput: false });
  }

  #update(change: Partial<MachineSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change, elapsedMs: performance.now() - this.#began };
    for (const listener of this.#listeners) listener();
  }
}
