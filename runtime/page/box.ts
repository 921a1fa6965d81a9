import type { MachineImage, ProgramImage } from '../compiler/program-image';
import { DEFAULT_MEMORY_BYTES } from '../memory/memory';
import type { Network } from './network/network';
import { pageNetwork } from './network/page-network';
import { type BoxLink, Machine, type RunOptions } from './machine';
import type { BoxToPage } from '../box/protocol';

/** Where a page runs its programs: one box for all its machines. */
export class Box {
  readonly #machines = new Map<number, Machine>();
  readonly #link: BoxLink;
  #lastMachine = 0;

  constructor(
    connect: (onMessage: (message: BoxFailure) => void) => BoxLink,
    /** How machines reach each other; default: those of this box. */
    private readonly network: Network = pageNetwork(),
  ) {
    this.#link = connect((failure) => this.#onFailure(failure));
  }

  /** Loads the box and starts nothing: what the browser has loaded once is there without a network. */
  load(): void {
    this.#link.open();
  }

  /** Makes everything ready, so that Run answers at once. Call it when a run is likely. */
  warm(): void {
    this.#link.warm();
  }

  run(image: ProgramImage, options: RunOptions): Machine {
    const { port1, port2 } = new MessageChannel();
    const files = image.modules.map(({ name }) => name);
    const machine = new Machine(++this.#lastMachine, this.#link, options, port1, files, this.network);
    this.#machines.set(machine.id, machine);
    const forget = machine.subscribe(() => {
      if (!['exited', 'stopped', 'failed'].includes(machine.getSnapshot().phase)) return;
      this.#machines.delete(machine.id);
      forget();
    });
    const bytes = new TextEncoder().encode(
      JSON.stringify({ program: image, argv: options.argv ?? [image.entry] } satisfies MachineImage),
    );
    const { memoryBytes = DEFAULT_MEMORY_BYTES } = options;
    this.#link.create(machine.id, bytes, { memoryBytes, hasThreads: image.hasThreads }, port2);
    return machine;
  }

  #onFailure({ machine, kind, text }: BoxFailure): void {
    const concerned = machine === null ? [...this.#machines.values()] : [this.#machines.get(machine)];
    for (const each of concerned) each?.fail(kind, text);
  }
}

/** Something went wrong with one machine, or with all of them. */
export interface BoxFailure {
  readonly machine: number | null;
  readonly kind: Extract<BoxToPage, { type: 'machine/failed' }>['reason'] | 'box-unreachable';
  readonly text: string;
}
