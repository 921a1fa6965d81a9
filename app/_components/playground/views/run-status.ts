import type { MachineSnapshot } from '@/runtime';
import { isAwaitingInput, type RunState } from '../session/session-snapshot';
import type { Words } from '../words';

export interface RunStatus {
  readonly text: string;
  /** Decides colour and sign; the text says it all without them. */
  readonly tone: 'quiet' | 'busy' | 'asking' | 'good' | 'bad';
}

const SIGNALS: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  6: 'SIGABRT',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  12: 'SIGUSR2',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
};

export function runStatus(run: RunState, words: Words): RunStatus {
  const t = words.status;
  switch (run.phase) {
    case 'idle':
      return { text: t.idle, tone: 'quiet' };
    case 'preparing':
      return { text: t.preparing, tone: 'busy' };
    case 'compile-failed':
      return { text: t.notCompiled, tone: 'bad' };
    case 'load-failed':
      return { text: t.failed, tone: 'bad' };
    case 'machine':
      return isAwaitingInput(run) ? { text: t.awaitingInput, tone: 'asking' } : machineStatus(run.machine, t);
  }
}

function machineStatus({ phase, exitcode }: MachineSnapshot, t: Words['status']): RunStatus {
  switch (phase) {
    case 'starting':
      return { text: t.starting, tone: 'busy' };
    case 'running':
      return { text: t.running, tone: 'busy' };
    case 'stopped':
      return { text: t.stopped, tone: 'quiet' };
    case 'failed':
      return { text: t.failed, tone: 'bad' };
    case 'exited': {
      const code = exitcode ?? 0;
      if (code < 0) return { text: t.killed(SIGNALS[-code] ?? String(-code)), tone: 'bad' };
      return { text: t.exited(code), tone: code === 0 ? 'good' : 'bad' };
    }
  }
}

/** `41 ms`, `1.2 s`, `1 min 05 s`; while it ticks, tenths of a second only. */
export function formatElapsed(elapsedMs: number, isTicking: boolean, t: Words['status']): string {
  if (elapsedMs < 1000 && !isTicking) return t.milliseconds(Math.round(elapsedMs));
  if (elapsedMs < 60_000) return t.seconds((Math.floor(elapsedMs / 100) / 10).toFixed(1));
  const seconds = Math.floor(elapsedMs / 1000);
  return t.minutes(Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0'));
}
