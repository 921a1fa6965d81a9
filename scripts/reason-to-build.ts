import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Why a product has to be built again, in words: it is not there, or a file or folder of its sources is newer. Else null. */
export function reasonToBuild(product: string, sources: readonly string[]): string | null {
  const built = statSync(product, { throwIfNoEntry: false });
  if (built === undefined) return 'it is not built';
  for (const source of sources) {
    const newer = newerFile(source, built.mtimeMs);
    if (newer !== null) return `${newer} is newer`;
  }
  return null;
}

function newerFile(path: string, timeMs: number): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  // A folder changes when a file in it is removed, so its own time counts as well.
  if (found.mtimeMs > timeMs) return path;
  if (!found.isDirectory()) return null;
  for (const name of readdirSync(path)) {
    const newer = newerFile(join(path, name), timeMs);
    if (newer !== null) return newer;
  }
  return null;
}
