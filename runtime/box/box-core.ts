import type { BoxToKernel, BoxToPage, BoxToProcess, KernelToBox, MachineOptions, Occasion } from './protocol';

/** A worker as the box sees it; one implementation per platform. */
export interface BoxWorker {
  post(message: BoxToKernel | BoxToProcess, transfer?: readonly unknown[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The worker could not be made, or its script could not run. */
  onError(listener: (text: string) => void): void;
  terminate(): void;
}

/** `threads`: a process whose library is in steps, so that threads can wait in it. */
export type WorkerKind = 'kernel' | ProcessKind;
type ProcessKind = 'process' | 'threads';
export type WorkerFactory = (kind: WorkerKind, occasion: Occasion) => BoxWorker;

/** Workers made before anybody asked, so that Run answers at once. */
const SPARE_PROCESSES = 4;

interface RunningMachine {
  readonly kind: ProcessKind;
  readonly kernel: BoxWorker;
  readonly workers: Map<number, BoxWorker>;
}

/** Creates and terminates workers, the only one to do so. It never blocks and runs nobody's code but ours. */
export class BoxCore {
  readonly #machines = new Map<number, RunningMachine>();
  /** Of each kind that was wanted so far. */
  readonly #spareProcesses = new Map<ProcessKind, BoxWorker[]>([['process', []]]);
  #spareKernel: BoxWorker | null = null;

  constructor(
    private readonly createWorker: WorkerFactory,
    private readonly createMemory: (byteLength: number) => SharedArrayBuffer,
    private readonly tell: (message: BoxToPage) => void,
  ) {}

  /** Makes the workers that the next machine needs first. */
  warm(): void {
    this.#spareKernel ??= this.createWorker('kernel', 'ahead');
    for (const [kind, spare] of this.#spareProcesses) {
      while (spare.length < SPARE_PROCESSES) spare.push(this.createWorker(kind, 'ahead'));
    }
  }

  create(machine: number, image: Uint8Array, options: MachineOptions, port: unknown): void {
    const fail = (text: string) => {
      this.tell({ type: 'machine/failed', machine, reason: 'worker-failed', text });
      this.destroy(machine);
    };
    try {
      const buffer = this.createMemory(options.memoryBytes);
      const kernel = this.#spareKernel ?? this.createWorker('kernel', 'wanted');
      this.#spareKernel = null;
      const kind = options.hasThreads ? 'threads' : 'process';
      if (!this.#spareProcesses.has(kind)) this.#spareProcesses.set(kind, []);
      this.#machines.set(machine, { kind, kernel, workers: new Map() });
      kernel.onError((text) => fail(`The kernel could not start: ${text}`));
      kernel.onMessage((message) => this.#obey(machine, buffer, message as KernelToBox));
      kernel.post({ type: 'kernel/start', buffer, image, options }, [port]);
    } catch (error) {
      fail(String(error));
    }
  }

  destroy(machine: number): void {
    const running = this.#machines.get(machine);
    if (running === undefined) return;
    this.#machines.delete(machine);
    running.kernel.terminate();
    for (const worker of running.workers.values()) worker.terminate();
  }

  #obey(machine: number, buffer: SharedArrayBuffer, message: KernelToBox): void {
    const running = this.#machines.get(machine);
    if (running === undefined) return;
    switch (message.type) {
      case 'worker/create':
        this.#attach(running, buffer, message.slot, message.occasion);
        break;
      case 'worker/terminate':
        running.workers.get(message.slot)?.terminate();
        running.workers.delete(message.slot);
        break;
      case 'worker/release':
        this.#takeBack(running, message.slot);
        break;
    }
  }

  /** What a machine made ready and did not use saves the next one the making. */
  #takeBack(running: RunningMachine, slot: number): void {
    const worker = running.workers.get(slot);
    const spare = this.#spareProcesses.get(running.kind);
    if (worker === undefined || spare === undefined) return;
    running.workers.delete(slot);
    if (spare.length < SPARE_PROCESSES) spare.push(worker);
    else worker.terminate();
  }

  #attach(running: RunningMachine, buffer: SharedArrayBuffer, slot: number, occasion: Occasion): void {
    const fail = (text: string) => running.kernel.post({ type: 'worker/failed', slot, text });
    try {
      const worker = this.#spareProcesses.get(running.kind)?.shift() ?? this.createWorker(running.kind, occasion);
      running.workers.set(slot, worker);
      worker.onError(fail);
      worker.post({ type: 'process/attach', buffer, slot });
    } catch (error) {
      fail(String(error));
    }
  }
}
