import { BrokenPipeError } from '../errors';
import type { Handle } from '../memory/handle';
import { FOREVER, WaitKind } from '../memory/parker';
import { type Outgoing, outgoing } from '../memory/pipe';
import { addBackgroundTask, removeBackgroundTask } from './background';
import { current } from './context';
import { sendNow } from './messages';

/**
 * What CPython's feeder thread does: messages that the pipe did not take at once wait here, in this process alone, and go out
 * at its next system calls, or while it sleeps.
 */
export class Feeder {
  readonly #waiting: Outgoing[] = [];
  readonly #writeEnd: Handle;
  #last: (() => void) | null = null;

  constructor(writeEnd: Handle) {
    this.#writeEnd = writeEnd;
  }

  get isDone(): boolean {
    return this.#waiting.length === 0;
  }

  /** How many messages wait here. */
  get waiting(): number {
    return this.#waiting.length;
  }

  put(bytes: Uint8Array): void {
    const frame = outgoing(bytes);
    if (this.isDone && this.#send(frame)) return;
    this.#waiting.push(frame);
    if (this.#waiting.length === 1) addBackgroundTask(this);
  }

  poll(): undefined {
    for (let next = this.#waiting[0]; next !== undefined && this.#send(next); next = this.#waiting[0]) this.#waiting.shift();
    if (!this.isDone) return;
    removeBackgroundTask(this);
    this.#last?.();
    this.#last = null;
  }

  /** Nothing will be put any more: does something when all is in the pipe. */
  finish(last: () => void): void {
    this.#last = last;
    this.poll();
  }

  /** Waits until everything is in the pipe. */
  join(): void {
    const done = () => {
      this.poll();
      return this.isDone;
    };
    if (!done()) current().parker.waitUntil(done, FOREVER, { kind: WaitKind.pipeWrite, object: this.#writeEnd });
  }

  /** Nobody can read it any more: then it is dropped, and a queue does not complain. */
  #send(frame: Outgoing): boolean {
    try {
      return sendNow(this.#writeEnd, frame);
    } catch (error) {
      if (error instanceof BrokenPipeError) return true;
      throw error;
    }
  }
}
