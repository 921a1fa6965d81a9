import type { MachineSnapshot } from '@/runtime';
import type { ProgramFile } from './program-files';
import type { SourcePosition } from './source-position';

/** What the views show of a session. Immutable; a new object whenever something changed. */
export interface SessionSnapshot {
  /** The program as the reader has it: all its files as one text. */
  readonly source: string;
  /** The same, file by file. */
  readonly files: readonly ProgramFile[];
  /** Differs from the starter. */
  readonly isDirty: boolean;
  readonly notice: CodeNotice | null;
  /** The browser refuses to keep the reader's code. */
  readonly isUnsaved: boolean;
  readonly run: RunState;
  /** Where the compiler or a traceback says the program went wrong. */
  readonly fault: SourcePosition | null;
}

/** Something to say about the reader's code, with one thing to do about it. */
export type CodeNotice =
  /** The reader's own code of an earlier visit is shown; it can be started over. */
  | { readonly kind: 'restored' }
  /** There is code of the reader's for an earlier version of the starter; it can be taken up. */
  | { readonly kind: 'older-draft'; readonly source: string }
  /** The code was replaced; this brings back what was there. */
  | {
      readonly kind: 'replaced';
      readonly by: 'starter' | 'older-draft' | 'link' | 'example' | 'removal';
      readonly previous: string;
    }
  /** The page's address promised code, and it is damaged. */
  | { readonly kind: 'bad-link' };

export type RunState =
  | { readonly phase: 'idle' }
  /** The runtime is being fetched, or the program compiled. */
  | { readonly phase: 'preparing' }
  | { readonly phase: 'compile-failed'; readonly problem: CompileProblem }
  /** The runtime's own files did not arrive. */
  | { readonly phase: 'load-failed' }
  | { readonly phase: 'machine'; readonly machine: MachineSnapshot };

export interface CompileProblem extends SourcePosition {
  readonly message: string;
  readonly hint?: string;
}

export function isRunning(run: RunState): boolean {
  if (run.phase === 'machine') return run.machine.phase === 'starting' || run.machine.phase === 'running';
  return run.phase === 'preparing';
}

/** A process waits for a line that the reader types. */
export function isAwaitingInput(run: RunState): boolean {
  return run.phase === 'machine' && isRunning(run) && run.machine.wantsInput;
}

/** The kernel has said that no process can go on. */
export function hasDeadlock(run: RunState): boolean {
  return run.phase === 'machine' && isRunning(run) && run.machine.notices.some(({ kind }) => kind === 'deadlock');
}
