import type { MachineSnapshot } from '@/runtime';
import { useEffect, useState } from 'react';
import { isRunning, type RunState, type SessionSnapshot } from '../session/session-snapshot';
import type { SourcePosition } from '../session/source-position';
import type { Words } from '../words';
import { formatElapsed, type RunStatus, runStatus } from './run-status';

interface StatusLineProps {
  readonly state: SessionSnapshot;
  readonly words: Words;
  /** A word of the terminal's, such as "copied". */
  readonly remark: string | null;
  onPosition(position: SourcePosition): void;
  onClear(): void;
}

const SIGNS: Readonly<Record<RunStatus['tone'], string>> = {
  quiet: '',
  busy: '',
  asking: '›',
  good: '✓',
  bad: '✕',
};

export function StatusLine({ state, words, remark, onPosition, onClear }: StatusLineProps) {
  const { run, fault } = state;
  const status = runStatus(run, words);
  const machine = run.phase === 'machine' && run.machine.phase !== 'failed' ? run.machine : null;
  return (
    <div className="pg-status" role="group" aria-label={words.status.label}>
      <span className={`pg-phase is-${status.tone}`} data-testid="pg-phase">
        <span className="pg-sign" aria-hidden="true">
          {SIGNS[status.tone]}
        </span>
        {status.text}
      </span>
      {machine && <Elapsed machine={machine} run={run} words={words} />}
      {machine && machine.processes.length > 0 && (
        <span className="pg-count">{words.status.processes(machine.processes.length)}</span>
      )}
      {fault && (
        <button type="button" className="pg-link" onClick={() => onPosition(fault)}>
          {words.status.goTo(`${fault.file}:${fault.line}:${fault.column}`)}
        </button>
      )}
      <span className="pg-remark" role="status">
        {remark}
      </span>
      <button type="button" className="pg-quiet-button" aria-label={words.actions.clearLabel} onClick={onClear}>
        {words.actions.clear}
      </button>
      <span className="pg-sr" role="status">
        {run.phase === 'idle' ? '' : status.text}
      </span>
    </div>
  );
}

const TICK_MS = 100;

function Elapsed({ machine, run, words }: { machine: MachineSnapshot; run: RunState; words: Words }) {
  const isTicking = isRunning(run);
  const elapsedMs = useElapsed(machine.elapsedMs, isTicking);
  return <span className="pg-elapsed">{formatElapsed(elapsedMs, isTicking, words.status)}</span>;
}

/** A snapshot says when it was taken; between two of them the page's clock goes on. */
function useElapsed(atSnapshotMs: number, isTicking: boolean): number {
  const [sinceMs, setSinceMs] = useState(0);
  useEffect(() => {
    const from = performance.now();
    const tick = () => setSinceMs(performance.now() - from);
    const timer = isTicking ? setInterval(tick, TICK_MS) : undefined;
    tick();
    return () => clearInterval(timer);
  }, [atSnapshotMs, isTicking]);
  return isTicking ? atSnapshotMs + sinceMs : atSnapshotMs;
}
