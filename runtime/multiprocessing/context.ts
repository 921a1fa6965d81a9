import { RuntimeError, ValueError } from '../errors';
import { cpuCount as processors } from '../stdlib/os';

/** How processes start; only `spawn` exists. */
export type StartMethod = 'spawn';

let chosen: StartMethod | null = null;

/**
 * How many processors the computer has.
 * @python multiprocessing.cpu_count
 */
export function cpuCount(): number {
  return processors();
}

/**
 * How processes start.
 * @param options - `allowNone`: answer null while nobody has chosen; default false.
 * @python multiprocessing.get_start_method - always `'spawn'`.
 */
export function getStartMethod({ allowNone = false }: { readonly allowNone?: boolean } = {}): StartMethod | null {
  if (chosen === null && allowNone) return null;
  return (chosen ??= 'spawn');
}

/**
 * Chooses how processes start.
 * @param method - `'spawn'`, or null to forget the choice.
 * @param options - `force`: choose again; default false.
 * @throws ValueError - another method: a browser cannot fork.
 * @throws RuntimeError - it was chosen before.
 * @python multiprocessing.set_start_method - only `'spawn'`.
 */
export function setStartMethod(method: StartMethod | null, { force = false }: { readonly force?: boolean } = {}): void {
  if (chosen !== null && !force) throw new RuntimeError('context has already been set');
  const name: string | null = method;
  if (name !== null && name !== 'spawn') {
    throw new ValueError(`cannot find context for '${name}'`);
  }
  chosen = method;
}

/**
 * The start methods there are.
 * @python multiprocessing.get_all_start_methods - `['spawn']`.
 */
export function getAllStartMethods(): StartMethod[] {
  return ['spawn'];
}

/**
 * Does nothing; here so that ported programs run.
 * @python multiprocessing.freeze_support
 */
export function freezeSupport(): void {
  // Only frozen executables on Windows need more.
}
