import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { reasonToBuild } from './reason-to-build';

/**
 * Once before tests: the contract runs what `build:runtime` makes. Unit tests need no build and run without one; the
 * contract must not pass on an old one, so that is taken away when the new one fails.
 */
export default function setup(): void {
  if (reasonToBuild('public/runtime/box.html', ['runtime', 'scripts/build-runtime.ts']) === null) return;
  const { status } = spawnSync('npx', ['--no-install', 'tsx', 'scripts/build-runtime.ts'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  for (const product of ['public/runtime/box.html', 'dist/node']) rmSync(product, { recursive: true, force: true });
  console.error('Cannot build the runtime: see the messages above. All contract tests will fail.');
}
