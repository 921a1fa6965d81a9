/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import { runProgram } from '@/runtime/contract/run-program';
import { findSpot, viewOf } from '@/runtime/trace';
import { compareOutput } from './compare-output';
import type { CompareRule } from './lesson-schema';
import { parseLesson } from './lesson-text';
import { parseRecording } from './recording';
import { spotsOf } from './spots';

// Not read from the disk: the contract runs in the browser too.
const texts = import.meta.glob<string>('./lessons/*/en.mdx', { query: '?raw', import: 'default', eager: true });
const files = import.meta.glob<string>('./lessons/*/programs/*.{ts,out}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function fileOf(path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`Cannot find a program's file: ${path}`);
  return text;
}

describe.concurrent.each(Object.entries(texts))('the programs of %s print what CPython printed', (path, text) => {
  const { frontmatter, body } = parseLesson(text, path);
  const spots = spotsOf(body);
  const programs = Object.entries(frontmatter.programs);
  const folder = path.replace(/\/en\.mdx$/, '/programs');

  const runAsRecorded = async (name: string, rule: CompareRule) => {
    const recording = parseRecording(fileOf(`${folder}/${name}.out`));
    const run = await runProgram(fileOf(`${folder}/${name}.ts`));
    expect(compareOutput(recording, run, rule)).toEqual({ ok: true });
    const view = viewOf(run.trace);
    expect(spots.filter((spot) => spot.program === name && findSpot(view, spot) === null)).toEqual([]);
  };

  const together = new Set<string>();
  for (const [name, rule] of programs) {
    if (together.has(name)) continue;
    const others = programs.filter(([other]) => other === rule.beside);
    for (const [other] of others) together.add(other);
    const all = [[name, rule] as const, ...others];
    test(all.map(([one]) => one).join(' with '), { timeout: rule.seconds * 1000 }, async () => {
      await Promise.all(all.map((one) => runAsRecorded(...one)));
    });
  }
});
