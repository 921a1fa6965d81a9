import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measured } from './measure';

const root = join(import.meta.dirname, '..');
const programs = join(import.meta.dirname, 'programs');
const libraries = join(import.meta.dirname, 'libraries');

/** The program of the table, in CPython with a start method. */
export function measurePython(method: 'spawn' | 'fork'): Measured {
  return measured(`CPython ${method}`, process.env['PYTHON'] ?? 'python3', [join(programs, 'performance.py'), method]);
}

/** The same program here, on Node's threads. */
export function measureNode(): Measured {
  return measured('Node', process.execPath, [join(root, 'bin/spawnpoint.mjs'), 'run', join(programs, 'performance.ts')]);
}

/** What the packages for workers do of it, two workers each, on Node. */
export function measureLibraries(): Measured[] {
  return ['comlink', 'workerpool', 'multithreading'].map((name) =>
    measured(name, process.execPath, [
      ...(name === 'multithreading' ? ['--import', join(libraries, 'newer-node.mjs')] : []),
      join(libraries, `${name}.mjs`),
    ]),
  );
}

function measured(where: string, command: string, args: readonly string[]): Measured {
  console.error(`measuring ${where} …`);
  const output = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return { where, values: JSON.parse(output) as Measured['values'] };
}
