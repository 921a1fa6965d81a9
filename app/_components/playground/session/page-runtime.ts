import { isIsolatedByWorker } from '@/app/_offline/isolate-by-worker';
import { boxAddress } from '@/app/_site/paths';
import type { Box } from '@/runtime';
import type { LoadedRuntime } from './runtime-port';
import { ENTRY } from './source-position';

// A page has one box, whichever playground asks first: its warm workers serve them all.
let box: Box | undefined;

export async function loadPageBox(): Promise<Box> {
  const { createBox } = await import('@/runtime');
  box ??= createBox({ src: boxAddress, isIsolatedByWorker: isIsolatedByWorker() });
  return box;
}

/** A later visit finds the box without a network. */
export async function keepPageBox(): Promise<void> {
  (await loadPageBox()).load();
}

/** Somebody may run something on this page. */
export function warmPageBox(): void {
  loadPageBox().then(
    (loaded) => loaded.warm(),
    () => undefined, // Run tries again, and tells
  );
}

const loadCompiler = () => import('@/runtime/compiler');

/** The next press of Run finds everything there. */
export function preloadCompiler(): void {
  loadCompiler().catch(() => undefined); // Run tries again, and tells
}

export async function loadPageRuntime(): Promise<LoadedRuntime> {
  const [loadedBox, { compile, CompileError }] = await Promise.all([loadPageBox(), loadCompiler()]);
  return {
    box: loadedBox,
    compile(files) {
      try {
        return { image: compile(files, ENTRY) };
      } catch (error) {
        if (!(error instanceof CompileError)) throw error;
        const { file, line, column, message, hint } = error;
        return { problem: { file, line, column, message, ...(hint === undefined ? {} : { hint }) } };
      }
    },
  };
}
