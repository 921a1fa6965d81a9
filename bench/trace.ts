import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { HEAP_OFFSET, Header, Slot, slotBase, TRACE_RING_RECORDS } from '../runtime/memory/layout';
import { Memory } from '../runtime/memory/memory';
import { TraceKind, TraceWriter, takeTrace } from '../runtime/memory/trace-ring';
import { lateInspectPlugin } from '../scripts/build-runtime/late-inspect-plugin';
import { median } from './measure';

/*
 * `npm run bench:trace`: what it costs that every run is recorded. First one record, then locks, pipes and queues in the runtime as it
 * is and in one that records nothing, by turns. Needs a built runtime (`npm run build:runtime`).
 */

const TURNS = 5;
const MOST_NANOSECONDS = 200;
const MOST_PERCENT = 10;

const root = join(import.meta.dirname, '..');
const silent = join(root, 'dist/untraced');

type Rows = Readonly<Record<'lock' | 'pipe' | 'queue', number>>;

/** Nanoseconds for one record while there is room, which is the dear case. */
function costOfRecord(): number {
  const memory = Memory.create(HEAP_OFFSET);
  memory.store(Header.usedSlots, 1);
  const writer = new TraceWriter(memory, 0, { at: 1797 });
  const rounds: number[] = [];
  const atOnce = TRACE_RING_RECORDS / 2;
  for (let round = 0; round < 2000; round++) {
    const began = performance.now();
    for (let n = 0; n < atOnce; n++) writer.record(TraceKind.acquired, 64, 0);
    rounds.push(((performance.now() - began) * 1e6) / atOnce);
    if (takeTrace(memory, 0) === null) throw new Error('Cannot measure: nothing was recorded');
  }
  if (memory.load(slotBase(0) + Slot.traceTail) !== 2000 * atOnce) throw new Error('Cannot measure: records were lost');
  return median(rounds);
}

const recordsNothing: Plugin = {
  name: 'records-nothing',
  setup({ onLoad }) {
    onLoad({ filter: /memory[/\\]trace-ring\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replaceAll(/((?:  record|#fits)\([a-z]+: [^{]*\{)/g, '$1 return false;');
      if (contents.split('return false;').length !== source.split('return false;').length + 2)
        throw new Error(`Cannot find what records: ${path}`);
      return { contents, loader: 'ts' };
    });
  },
};

async function buildSilent(): Promise<void> {
  cpSync(join(root, 'dist/node'), silent, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { process: 'runtime/platform/node-process.ts' },
    outdir: silent,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    keepNames: true,
    minify: true,
    target: 'es2022',
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    plugins: [lateInspectPlugin, recordsNothing],
  });
}

function measure(folder: string): Rows {
  const cli = `import(${JSON.stringify(join(folder, 'cli.js'))}).then(({ main }) => main(process.argv.slice(1)))`;
  const program = join(import.meta.dirname, 'programs/trace.ts');
  return JSON.parse(execFileSync(process.execPath, ['-e', cli, '--', 'run', program], { encoding: 'utf8' })) as Rows;
}

const verdict = (value: number, most: number) => (value <= most ? '✓' : '✗');

const nanoseconds = costOfRecord();
console.log(`one record: ${nanoseconds.toFixed(0)} ns, goal ≤ ${MOST_NANOSECONDS} ns ${verdict(nanoseconds, MOST_NANOSECONDS)}`);

await buildSilent();
try {
  const turns = Array.from({ length: TURNS }, () => ({ silent: measure(silent), traced: measure(join(root, 'dist/node')) }));
  for (const row of ['lock', 'pipe', 'queue'] as const) {
    // The best of all turns: what else runs on the machine only ever adds.
    const without = Math.min(...turns.map((turn) => turn.silent[row]));
    const traced = Math.min(...turns.map((turn) => turn.traced[row]));
    const percent = (traced / without - 1) * 100;
    const times = `${without.toFixed(3)} µs without, ${traced.toFixed(3)} µs with`;
    console.log(`${row}: ${times}, ${percent.toFixed(1)} %, goal ≤ ${MOST_PERCENT} % ${verdict(percent, MOST_PERCENT)}`);
  }
} finally {
  rmSync(silent, { recursive: true });
}
