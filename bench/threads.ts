import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../runtime/contract/run-program';
import { measure } from './programs/turns';

/*
 * `npm run bench:threads`: what it costs that threads can take turns, and that a program without threads pays nothing for it: the
 * same functions in plain Node, in a process, and in a process whose program imports threads. Needs a built runtime.
 */

const MOST_WITHOUT = 1.1;

const source = readFileSync(join(import.meta.dirname, 'programs/turns.ts'), 'utf8');

async function inProcess(firstLine: string): Promise<ReturnType<typeof measure>> {
  const main = `${firstLine}
import time from 'time';
import { measure } from './turns';

console.log(JSON.stringify(measure(() => time.perfCounter())));
`;
  const { stdout, stderr } = await runProgram(
    [
      { name: 'main.ts', source: main },
      { name: 'turns.ts', source },
    ],
    { timeout: 120 },
  );
  if (stderr !== '') throw new Error(`Cannot measure: ${stderr}`);
  return JSON.parse(stdout) as ReturnType<typeof measure>;
}

const plain = measure(() => performance.now() / 1000);
const without = await inProcess('');
const withThreads = await inProcess("import { currentThread } from 'threading';\ncurrentThread();");
for (const row of ['loop', 'calls', 'recursion'] as const) {
  const [before, after] = [without[row] / plain[row], withThreads[row] / plain[row]];
  const times = `${plain[row].toFixed(1)} ms plain, ${without[row].toFixed(1)} ms in a process, ${withThreads[row].toFixed(1)} ms with threads`;
  console.log(`${row}: ${times}: ×${before.toFixed(2)} ${before <= MOST_WITHOUT ? '✓' : '✗'}, ×${after.toFixed(2)}`);
}
process.exit();
