import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const command = join(import.meta.dirname, '../../bin/spawnpoint.mjs');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spawnpoint-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/**
 * Runs a program as a user of the command does.
 * @param during - called at the start and whenever the program has written something, to either stream.
 */
function run(
  source: string,
  args: readonly string[] = [],
  during: (child: ChildProcessWithoutNullStreams, written: string) => void = (child) => child.stdin.end(),
): Promise<Ended> {
  const file = join(folder, `program-${Math.random().toString(36).slice(2)}.ts`);
  writeFileSync(file, source);
  const child = spawn(process.execPath, [command, 'run', file, ...args]);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    during(child, stdout + stderr);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    during(child, stdout + stderr);
  });
  during(child, '');
  return new Promise((resolve) => child.on('close', (status) => resolve({ stdout, stderr, status })));
}

test('a program runs with its arguments, and its exit status is the command’s', async () => {
  const source = `import sys from 'sys';
import { Process } from 'multiprocessing';
function child(): void {
  console.error('from a child');
}
if (import.meta.main) {
  const p = new Process({ target: child });
  p.start();
  p.join();
  console.log(sys.argv.slice(1));
  sys.exit(7);
}`;
  expect(await run(source, ['a', '--b'])).toEqual({ stdout: "[ 'a', '--b' ]\n", stderr: 'from a child\n', status: 7 });
});

test('stdin is the program’s', async () => {
  const source = `import { input } from 'builtins';
import sys from 'sys';
console.log('hello', input('name? '));
console.log([sys.stdin.read()]);`;
  const ended = await run(source, [], (child, written) => {
    if (written === '') child.stdin.end('Ada\nrest\n');
  });
  expect(ended).toEqual({ stdout: "name? hello Ada\n[ 'rest\\n' ]\n", stderr: '', status: 0 });
});

test('Ctrl+C raises KeyboardInterrupt, and the shell learns of the signal', async () => {
  const source = `import time from 'time';
try {
  console.log('sleeping');
  time.sleep(60);
} finally {
  console.log('cleaned up');
}`;
  let isSent = false;
  const ended = await run(source, [], (child, written) => {
    if (!written.includes('sleeping') || isSent) return;
    isSent = true;
    child.kill('SIGINT');
  });
  expect(ended.stdout).toBe('sleeping\ncleaned up\n');
  expect(ended.stderr).toMatch(/^Traceback[^]*KeyboardInterrupt\n$/);
  expect(ended.status).toBe(128 + 2);
});

test('a mistake is told with its place, and nothing runs', async () => {
  const ended = await run("console.log('never');\nawait 1;");
  expect(ended.status).toBe(1);
  expect(ended.stdout).toBe('');
  expect(ended.stderr).toMatch(/program-\w+\.ts:2:1: .*await/);
});

test('a file that is not there, and no file at all', async () => {
  const child = spawn(process.execPath, [command, 'run', join(folder, 'nothing.ts')]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, stderr]).toEqual([2, expect.stringContaining('nothing.ts')]);
  const bare = spawn(process.execPath, [command]);
  expect(await new Promise((resolve) => bare.on('close', resolve))).toBe(2);
});

test('a deadlock is told by the names and lines of the program, which Ctrl+C ends', async () => {
  const source = `import { Lock } from 'multiprocessing';
const door = new Lock();
door.acquire();
door.acquire();`;
  const { stderr, status } = await run(source, [], (child, written) => {
    if (written.includes('Deadlock')) child.kill('SIGINT');
  });
  expect([stderr.split('\n').slice(0, 2), status]).toEqual([
    [
      'spawnpoint: Deadlock: every process waits, and none can go on.',
      'MainProcess holds door (taken at line 3) and waits for door again at line 4, which it has itself',
    ],
    130,
  ]);
});
