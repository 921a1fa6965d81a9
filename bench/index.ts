import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../runtime/compiler';
import { createNodeBox } from '../runtime/platform/node-box';
import { measureChromium } from './chromium';
import { type Measurement, tableOf } from './measure';

/*
 * `npm run bench`: the project's speed and that of CPython, measured in one go on the same machine. Needs a built site
 * (`npm run build`) and python3.
 */

const programs = join(import.meta.dirname, 'programs');

const measurements = [measurePython(), await measureNode(), ...(await measureChromium())];
console.log(tableOf(measurements));
process.exit(0);

function measurePython(): Measurement {
  const output = execFileSync('python3', [join(programs, 'start_join.py')], { encoding: 'utf8' });
  return { what: 'start + join, warm', where: 'CPython', values: JSON.parse(output) as number[], unit: 'ms' };
}

async function measureNode(): Promise<Measurement> {
  const box = createNodeBox(new URL('../dist/node/', import.meta.url));
  const source = readFileSync(join(programs, 'start-join.ts'), 'utf8');
  let output = '';
  const machine = box.run(compile([{ name: 'main.ts', source }]), {
    onOutput: (records, done) => {
      for (const { text } of records) output += text;
      done();
    },
  });
  await new Promise<void>((resolve) => {
    machine.subscribe(() => {
      if (machine.getSnapshot().phase === 'exited') resolve();
    });
  });
  return { what: 'start + join, warm', where: 'Node', values: JSON.parse(output) as number[], unit: 'ms', goal: '≤ 5' };
}
