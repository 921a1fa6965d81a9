import { spawnSync } from 'node:child_process';

/*
 * `npm run e2e:export`: the end-to-end tests against the export, at the root of a static server and in a folder of it.
 * What follows goes to Playwright, such as the name of a spec. --no-build tests what is in `out/`.
 */

const words = process.argv.slice(2);
const playwright = words.filter((word) => word !== '--no-build');
const isBuilt = words.includes('--no-build');

for (const basePath of isBuilt ? [process.env['NEXT_PUBLIC_BASE_PATH'] ?? ''] : ['', '/courses/spawnpoint']) {
  console.log(`The export, served ${basePath === '' ? 'at the root' : `in the folder ${basePath}`}`);
  const env = { NEXT_PUBLIC_BASE_PATH: basePath, E2E_EXPORT: 'true' };
  if (!isBuilt) run('npm', ['run', '--silent', 'export'], env);
  run('npx', ['--no-install', 'playwright', 'test', ...playwright], env);
}

function run(command: string, words: readonly string[], env: Readonly<Record<string, string>>): void {
  const { status } = spawnSync(command, words, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}
