import * as system from '../process/system';
import { ChildProcessError } from '../errors';
import { exitCodeOfStatus } from '../memory/wait-status';
import { sentinelOf } from './sentinel';
import { dumps } from './reduction';
import { preparationData } from './preparation';
import type { Process } from './process';

const SIGTERM = 15;
const SIGKILL = 9;
const WORD_BYTES = 4;

/** The running side of a Process, as its parent holds it. */
export class Popen {
  readonly pid: number;
  #returncode: number | null = null;

  constructor(process: Process<never>) {
    const preparation = dumps(preparationData(process.name), { inheriting: true }).bytes;
    const { bytes, handles } = dumps(process, { inheriting: true });
    this.pid = system.spawn(process.name, joinPayload(preparation, bytes), handles);
  }

  /** A number that stands for the end of the process in `connection.wait`. */
  get sentinel(): number {
    return sentinelOf(this.pid);
  }

  poll(): number | null {
    return this.wait(0);
  }

  /** Answers the exit code, or null when it is not there in time (seconds). */
  wait(timeout?: number | null): number | null {
    if (this.#returncode !== null) return this.#returncode;
    try {
      const status = system.waitpid(this.pid, timeout);
      if (status !== null) this.#returncode = exitCodeOfStatus(status);
    } catch (error) {
      // Somebody else has collected it, with a waitpid of their own: Python answers None as well.
      if (!(error instanceof ChildProcessError)) throw error;
    }
    return this.#returncode;
  }

  terminate(): void {
    this.#signal(SIGTERM);
  }

  kill(): void {
    this.#signal(SIGKILL);
  }

  #signal(signal: number): void {
    if (this.poll() === null) system.kill(this.pid, signal);
  }
}

/** Both pickles in one payload: what the child needs to run the program, then the Process, for which it needs that. */
export function splitPayload(payload: Uint8Array): [preparation: Uint8Array, process: Uint8Array] {
  const length = new DataView(payload.buffer, payload.byteOffset).getUint32(0);
  return [payload.subarray(WORD_BYTES, WORD_BYTES + length), payload.subarray(WORD_BYTES + length)];
}

function joinPayload(preparation: Uint8Array, process: Uint8Array): Uint8Array {
  const payload = new Uint8Array(WORD_BYTES + preparation.length + process.length);
  new DataView(payload.buffer).setUint32(0, preparation.length);
  payload.set(preparation, WORD_BYTES);
  payload.set(process, WORD_BYTES + preparation.length);
  return payload;
}
