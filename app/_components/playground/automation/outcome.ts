import type { Machine, MachineSnapshot, OutputRecord, TraceEvent } from '@/runtime';

/** What became of a run. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  /** As Python reports it; null when it had to be stopped, or broke. */
  readonly exitcode: number | null;
  readonly trace: readonly TraceEvent[];
}

interface OutcomeOptions {
  /** Longest run in seconds; then the machine is stopped. */
  readonly timeout: number;
  /** Stops the machine when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** What is as good as an end; the machine is left as it is then. */
  readonly isOver?: (machine: MachineSnapshot) => boolean;
}

/**
 * Waits for a machine's end.
 *
 * @param records - what it writes; they may still be coming.
 * @throws AbortError - somebody stopped it.
 */
export async function outcomeOf(
  machine: Machine,
  records: readonly OutputRecord[],
  { timeout, signal, isOver = () => false }: OutcomeOptions,
): Promise<Outcome> {
  let isOverdue = false as boolean;
  const timer = setTimeout(() => {
    isOverdue = true;
    machine.stop();
  }, timeout * 1000);
  const stop = () => machine.stop();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) stop();
  const { phase, exitcode } = await ended(machine, isOver);
  clearTimeout(timer);
  signal?.removeEventListener('abort', stop);
  if (phase === 'stopped' && !isOverdue) throw new DOMException('The run was stopped.', 'AbortError');
  const textOf = (stream: OutputRecord['stream']) =>
    records
      .filter((record) => record.stream === stream)
      .map(({ text }) => text)
      .join('');
  return { stdout: textOf('stdout'), stderr: textOf('stderr'), exitcode, trace: machine.trace.events };
}

function ended(machine: Machine, isOver: (machine: MachineSnapshot) => boolean): Promise<MachineSnapshot> {
  return new Promise((resolve) => {
    const look = () => {
      const snapshot = machine.getSnapshot();
      if ((snapshot.phase !== 'starting' && snapshot.phase !== 'running') || isOver(snapshot)) resolve(snapshot);
    };
    machine.subscribe(look);
    look();
  });
}
