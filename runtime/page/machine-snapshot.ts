/** What the page shows of a machine. Immutable; a new object whenever something changed. */
export interface MachineSnapshot {
  readonly phase: MachinePhase;
  /** In start order; `MainProcess` is first. */
  readonly processes: readonly ProcessSnapshot[];
  /** Milliseconds since the machine was asked for; frozen once it has ended. */
  readonly elapsedMs: number;
  /** `MainProcess`'s exit code as Python reports it (negative: a signal), once the machine has exited. */
  readonly exitcode: number | null;
  /** A process waits for a line on stdin. */
  readonly wantsInput: boolean;
  /** Things the machine has to say beside the program's own output, oldest first. */
  readonly notices: readonly MachineNotice[];
}

/**
 * `starting` until MainProcess runs; `exited` when every process has ended by itself; `stopped` by the reader;
 * `failed` when the machine could not start or broke, with a notice that says why.
 */
export type MachinePhase = 'starting' | 'running' | 'exited' | 'stopped' | 'failed';

export interface ProcessSnapshot {
  readonly pid: number;
  readonly parentPid: number;
  readonly name: string;
  /** 0 for MainProcess, then in start order; decides the hue. */
  readonly index: number;
  /** Milliseconds since the machine began. */
  readonly startedMs: number;
  readonly endedMs: number | null;
  /** As Python reports it: negative for a signal; null while it runs. */
  readonly exitcode: number | null;
}

export interface MachineNotice {
  readonly kind: NoticeKind;
  /** English words for the log and for `bin/`; the interface has its own sentence per kind. */
  readonly text: string;
}

export type NoticeKind =
  | 'deadlock'
  | 'spawn-storm'
  | 'not-isolated'
  | 'no-shared-memory'
  | 'worker-failed'
  | 'box-unreachable'
  | 'crashed';

/** A run of bytes that one process wrote to one stream. */
export interface OutputRecord {
  readonly pid: number;
  readonly stream: 'stdout' | 'stderr';
  /** Milliseconds since the machine began. */
  readonly timeMs: number;
  readonly text: string;
}
