import type { Box } from '@/runtime';
import type { LoadedRuntime } from './runtime-port';
import { ENTRY } from './source-position';

// A page has one box, whichever playground asks first: its warm workers serve them all.
let box: Box | undefined;

export async function loadPageRuntime(): Promise<LoadedRuntime> {
  const [{ createBox }, { compile, CompileError }] = await Promise.all([import('@/runtime'), import('@/runtime/compiler')]);
  box ??= createBox();
  return {
    box,
    compile(source) {
      try {
        return { image: compile([{ name: ENTRY, source }], ENTRY) };
      } catch (error) {
        if (!(error instanceof CompileError)) throw error;
        const { file, line, column, message, hint } = error;
        return { problem: { file, line, column, message, ...(hint === undefined ? {} : { hint }) } };
      }
    },
  };
}
