import { expect, test } from 'vitest';
import { Recording, viewOf } from '@/runtime';
import { lessonsIn, programOf } from './lessons';
import type { RecordedRun } from './recorded-run';

/** Two that need each other: alone, neither comes to an end. */
const ENDLESS = ['across-machines/job-server', 'across-machines/job-worker'];

test('every program of the lessons has a recorded run of its own text', () => {
  for (const lesson of lessonsIn('en')) {
    for (const name of lesson.programs) {
      const id = `${lesson.slug}/${name}`;
      if (ENDLESS.includes(id)) continue;
      const { recordedRun } = programOf(lesson, name);
      if (recordedRun === undefined)
        throw new Error(`Cannot find a recorded run of today’s text: npm run record -- --traces ${id}`);
      const { events, processes, output, exitcode } = JSON.parse(recordedRun) as RecordedRun;
      const recording = new Recording();
      recording.appendEvents(events);
      // The picture and the output are of the same processes.
      const pids = viewOf(recording.events).processes.map(({ pid }) => pid);
      expect([id, pids.sort()]).toEqual([id, processes.map(({ pid }) => pid).sort()]);
      expect([id, output.every(({ pid }) => pids.includes(pid)), typeof exitcode]).toEqual([id, true, 'number']);
    }
  }
});
