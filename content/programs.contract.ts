/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import { runProgram } from '@/runtime/contract/run-program';
import { compareOutput } from './compare-output';
import { parseLesson } from './lesson-text';
import { parseRecording } from './recording';

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

describe.each(Object.entries(texts))('the programs of %s print what CPython printed', (path, text) => {
  const programs = Object.entries(parseLesson(text, path).frontmatter.programs);
  const folder = path.replace(/\/en\.mdx$/, '/programs');

  for (const [name, rule] of programs) {
    test(name, { timeout: rule.seconds * 1000 }, async () => {
      const recording = parseRecording(fileOf(`${folder}/${name}.out`));
      const run = await runProgram(fileOf(`${folder}/${name}.ts`));
      expect(compareOutput(recording, run, rule)).toEqual({ ok: true });
    });
  }
});
