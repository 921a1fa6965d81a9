import { spawnSync } from 'node:child_process';
import { reasonToBuild } from './reason-to-build';

/** Once before tests: the contract runs what `build:runtime` makes. */
export default function setup(): void {
  if (reasonToBuild('public/runtime/box.html', ['runtime', 'scripts/build-runtime.ts']) === null) return;
  const { status } = spawnSync('npx', ['--no-install', 'tsx', 'scripts/build-runtime.ts'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('Cannot build the runtime: see the messages above');
}
