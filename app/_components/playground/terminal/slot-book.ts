import type { IMarker, Terminal } from '@xterm/xterm';
import { SLOT_OSC } from './output-encoder';

interface Tenancy {
  readonly pid: number;
  /** The first line that is this process's; without one, all lines are. */
  readonly from: IMarker | undefined;
}

/** Which process a slot of the encoder means on which line; a slot has a new tenant when many processes come and go. */
export class SlotBook {
  #tenancies: Tenancy[][] = [];

  constructor(terminal: Terminal) {
    terminal.parser.registerOscHandler(SLOT_OSC, (data) => {
      const [slot, pid] = data.split(';').map(Number);
      if (slot === undefined || pid === undefined || !Number.isInteger(slot) || !Number.isInteger(pid)) return true;
      const former = this.#tenancies[slot] ?? [];
      // A marker costs a little with every line that scrolls away, so first tenants go without.
      const from = former.length === 0 ? undefined : terminal.registerMarker(0);
      const visible = former.filter((tenancy, i) => !former[i + 1]?.from?.isDisposed || !tenancy.from);
      this.#tenancies[slot] = [...visible.slice(-8), { pid, from }];
      return true;
    });
  }

  /** The process that wrote on this line of the buffer. */
  pidAt(slot: number, line: number): number | undefined {
    return this.#tenancies[slot]?.findLast(({ from }) => !from || from.isDisposed || from.line <= line)?.pid;
  }

  reset(): void {
    for (const { from } of this.#tenancies.flat()) from?.dispose();
    this.#tenancies = [];
  }
}
