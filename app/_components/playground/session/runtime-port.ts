import type { Box } from '@/runtime';
import type { ProgramImage } from '@/runtime/compiler';
import type { ProgramFile } from './program-files';
import type { CompileProblem } from './session-snapshot';

/** The runtime once its code has arrived: a compiler, and the page's box. */
export interface LoadedRuntime {
  readonly box: Pick<Box, 'warm' | 'run'>;
  compile(files: readonly ProgramFile[]): CompileResult;
}

export type CompileResult = { readonly image: ProgramImage } | { readonly problem: CompileProblem };

export type RuntimeLoader = () => Promise<LoadedRuntime>;
