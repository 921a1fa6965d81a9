import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorLines, outputLines, type Recording } from '@/content/recording';
import { pidMask } from './pid-mask';

const python = process.env['PYTHON'] ?? 'python3';

/** @throws Error - there is no CPython 3.11, the version all recordings come from. */
export function pythonVersion(): string {
  const question = 'import platform as p; print(p.python_implementation(), p.python_version())';
  const { error, stdout } = spawnSync(python, ['-c', question], { encoding: 'utf8' });
  const version = error === undefined ? stdout.trim() : '';
  if (!version.startsWith('CPython 3.11.')) {
    throw new Error(`Cannot record without CPython 3.11 (set PYTHON): ${version || `no ${python}`}`);
  }
  return version;
}

/** Runs a Python program under spawn and returns what it wrote, with pids and addresses masked. */
export async function recordPython(file: string, version: string, seconds: number): Promise<Recording> {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  try {
    // A copy under a neutral name, alone in its folder: a lesson's program must not shadow a module of Python's.
    copyFileSync(file, join(folder, 'main.py'));
    const pidFile = join(folder, 'pids');
    const run = await runToEnd(folder, pidFile, seconds);
    const mask = pidMask(existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []);
    return {
      recordedWith: `${version}, spawn`,
      stdout: outputLines(mask(run.stdout)),
      stderr: errorLines(mask(run.stderr)),
      exit: run.exit,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Run {
  stdout: string;
  stderr: string;
  exit: number;
}

function runToEnd(folder: string, pidFile: string, seconds: number): Promise<Run> {
  const child = spawn(python, ['main.py'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a run which takes too long ends with its children.
    detached: true,
    env: {
      ...process.env,
      LC_ALL: 'C.UTF-8',
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
      PYTHONUNBUFFERED: '',
      PYTHONPATH: import.meta.dirname,
      RECORD_PIDS: pidFile,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      reject(new Error(`Cannot record: still running after ${seconds} s\n${stdout}${stderr}`));
    }, seconds * 1000);
    child.on('error', reject);
    // `close` comes when the last process that holds the pipes is gone: orphans' lines count too.
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ stdout, stderr, exit: code ?? -(signal === null ? 0 : constants.signals[signal]) });
    });
  });
}
