import { join } from 'node:path';
import { contentHash } from '@/app/_components/playground/session/content-hash';
import type { RecordedRun } from '@/app/_lessons/recorded-run';
import { compile } from '@/runtime/compiler';
import type { MachineSnapshot, OutputRecord } from '@/runtime/page/machine-snapshot';
import { createNodeBox } from '@/runtime/platform/node-box';
import { shorten } from './shorten';

const built = new URL(`file://${join(import.meta.dirname, '../../dist/node')}/`);
/** Enough for a picture; ten thousand turns of a lock look like five hundred. */
const MOST_EVENTS = 500;

/** Runs a program of a lesson on Node's threads and writes down what it did and when. */
export async function recordRun(source: string, seconds: number): Promise<RecordedRun> {
  const box = createNodeBox(built);
  const output: OutputRecord[] = [];
  const machine = box.run(compile([{ name: 'main.ts', source }]), {
    onOutput: (records, done) => {
      output.push(...records);
      done();
    },
  });
  machine.closeInput();
  const timer = setTimeout(() => machine.stop(), seconds * 1000);
  const end = await new Promise<MachineSnapshot>((resolve) => {
    machine.subscribe(() => {
      const snapshot = machine.getSnapshot();
      if (snapshot.phase !== 'starting' && snapshot.phase !== 'running') resolve(snapshot);
    });
  });
  clearTimeout(timer);
  if (end.phase !== 'exited') throw new Error(`Cannot record a run that does not end by itself: ${end.phase}`);
  return {
    source: contentHash(source),
    exitcode: end.exitcode,
    tookMs: Math.round(end.elapsedMs),
    processes: end.processes.map(({ pid, name }) => ({ pid, name })),
    output: output.map((record) => ({ ...record, timeMs: rounded(record.timeMs) })),
    events: shorten(
      machine.trace.events.map(({ index: _, ...event }) => ({ ...event, timeMs: rounded(event.timeMs) })),
      MOST_EVENTS,
    ),
  };
}

/** A line for each event, so that a difference can be read. */
export function formatRun({ events, output, ...rest }: RecordedRun): string {
  const lines = (list: readonly unknown[]) => list.map((each) => `    ${JSON.stringify(each)}`).join(',\n');
  const head = JSON.stringify(rest, null, 2).replace(/\n}$/, '');
  return `${head},\n  "output": [\n${lines(output)}\n  ],\n  "events": [\n${lines(events)}\n  ]\n}\n`;
}

const rounded = (timeMs: number) => Math.round(timeMs * 100) / 100;
