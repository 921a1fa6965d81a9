#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const cli = new URL('dist/node/cli.js', root);

if (!existsSync(cli)) {
  console.error('Building the runtime, this first time only …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['run', '--silent', 'build:runtime'], { cwd: fileURLToPath(root), stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const { main } = await import(cli.href);
await main(process.argv.slice(2));
