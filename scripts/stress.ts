import { spawnSync } from 'node:child_process';

/*
 * Runs the stress programs in full, over and over, on Node and in Chromium, half of the time each.
 *
 *   npm run stress -- --minutes 20 [--seed N] [node | chromium]
 */

const platforms = (['node', 'chromium'] as const).filter(
  (platform) => process.argv.includes(platform) || !process.argv.some((argument) => /^(?:node|chromium)$/.test(argument)),
);
const minutes = Number(valueOf('--minutes') ?? '2');
const seed = Number(valueOf('--seed') ?? String(Date.now() % 1_000_000));
if (!(minutes > 0) || !Number.isInteger(seed)) throw new RangeError('usage: npm run stress -- --minutes 20 [--seed N]');
const seconds = Math.ceil((minutes * 60) / platforms.length);
let failed = false;

for (const platform of platforms) {
  console.log(`${platform}: ${seconds} s from seed ${seed}`);
  const command = ['--no-install', 'vitest', 'run', `--project=${platform}`, 'runtime/stress', '--disable-console-intercept'];
  const { error, status } = spawnSync('npx', command, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
      VITE_STRESS_SECONDS: String(seconds),
      VITE_STRESS_SEED: String(seed),
    },
  });
  if (error !== undefined) throw error;
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

function valueOf(option: string): string | undefined {
  const place = process.argv.indexOf(option);
  return place === -1 ? undefined : process.argv[place + 1];
}
