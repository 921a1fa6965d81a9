import { spawnSync } from 'node:child_process';

/** Runs one file of tests on one platform and leaves a report, whether they pass or not. */
export function runVitest(platform: 'node' | 'chromium', file: string, report: string): void {
  const command = [
    '--no-install',
    'vitest',
    'run',
    `--project=${platform}`,
    file,
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { error } = spawnSync('npx', command, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', VITE_CHECK_TIMINGS: 'true' },
  });
  if (error !== undefined) throw error;
}
