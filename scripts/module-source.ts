import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Python's module name → our file: the library's own modules live in `multiprocessing/`, the others in `stdlib/`. */
export function sourceOfModule(module: string): string {
  const folder = module.split('/')[0] === 'multiprocessing' ? 'runtime' : 'runtime/stdlib';
  const stem = join(root, folder, module.replaceAll('_', '-'));
  return [`${stem}.ts`, join(stem, 'index.ts')].find((path) => existsSync(path)) ?? `${stem}.ts`;
}
