import type { Box, ProgramImage } from '@/runtime';
import type { CompileProblem } from './session-snapshot';

/** The runtime once its code has arrived: a compiler, and the page's box. */
export interface LoadedRuntime {
  readonly box: Box;
  compile(source: string): CompileResult;
}

export type CompileResult = { readonly image: ProgramImage } | { readonly problem: CompileProblem };

export type RuntimeLoader = () => Promise<LoadedRuntime>;
