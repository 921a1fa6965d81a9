import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Where modules live by the first part of their names, if it is not `stdlib/`: executors are built on the library. */
const FOLDERS: Readonly<Record<string, string>> = { multiprocessing: 'runtime', concurrent: 'runtime/multiprocessing' };

/** Python's module name → our file. */
export function sourceOfModule(module: string): string {
  const folder = FOLDERS[module.split('/')[0] ?? ''] ?? 'runtime/stdlib';
  const stem = join(root, folder, module.replaceAll('_', '-'));
  return [`${stem}.ts`, join(stem, 'index.ts')].find((path) => existsSync(path)) ?? `${stem}.ts`;
}
