import type { OutputRecord, TraceEvent } from '@/runtime';

/**
 * What a program of a lesson did when it was recorded: `programs/NAME.run.json`, written by `npm run record` and shown where
 * a browser cannot run it.
 */
export interface RecordedRun {
  /** Short name of the text that ran: a recording of another text is not shown. */
  readonly source: string;
  readonly exitcode: number | null;
  readonly tookMs: number;
  readonly processes: readonly RecordedProcess[];
  readonly output: readonly OutputRecord[];
  /** In the order of time; of a long run the beginning, and of the rest what can be seen in a picture. */
  readonly events: readonly RecordedEvent[];
}

export interface RecordedProcess {
  readonly pid: number;
  readonly name: string;
}

type Unnumbered<E> = E extends TraceEvent ? Omit<E, 'index'> : never;
export type RecordedEvent = Unnumbered<TraceEvent>;
