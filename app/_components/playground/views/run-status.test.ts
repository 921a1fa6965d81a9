import type { MachineSnapshot } from '@/runtime';
import { playgroundEn } from '@/app/_i18n/playground.en';
import { expect, test } from 'vitest';
import { formatElapsed, runStatus } from './run-status';

const machine: MachineSnapshot = {
  phase: 'running',
  processes: [],
  elapsedMs: 0,
  exitcode: null,
  wantsInput: false,
  notices: [],
};

test.each([
  [{ phase: 'starting' }, 'starting', 'busy'],
  [{ phase: 'running' }, 'running', 'busy'],
  [{ phase: 'running', wantsInput: true }, 'waits for input', 'asking'],
  [{ phase: 'exited', exitcode: 0 }, 'exited 0', 'good'],
  [{ phase: 'exited', exitcode: 3 }, 'exited 3', 'bad'],
  [{ phase: 'exited', exitcode: -9 }, 'killed (SIGKILL)', 'bad'],
  [{ phase: 'exited', exitcode: -35 }, 'killed (35)', 'bad'],
  [{ phase: 'stopped' }, 'stopped', 'quiet'],
  [{ phase: 'failed' }, 'did not run', 'bad'],
] as const)('a machine that is %o is shown as %s', (change, text, tone) => {
  expect(runStatus({ phase: 'machine', machine: { ...machine, ...change } }, playgroundEn)).toEqual({ text, tone });
});

test.each([
  [41.2, false, '41 ms'],
  [999.7, false, '1000 ms'],
  [41.2, true, '0.0 s'],
  [1290, false, '1.2 s'],
  [65_000, false, '1 min 05 s'],
])('%d ms, ticking: %s, is %s', (ms, isTicking, text) => {
  expect(formatElapsed(ms, isTicking, playgroundEn.status)).toBe(text);
});
