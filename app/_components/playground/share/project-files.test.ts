import { expect, test } from 'vitest';
import { filesOf } from '../session/program-files';
import { projectFiles } from './project-files';

test('a project has the program, what runs it, and a text that says how', () => {
  const files = projectFiles(filesOf("console.log('hi');\n\n// @filename: work.ts\nexport {};"), 'https://example.org');
  expect(Object.keys(files)).toEqual(['main.ts', 'work.ts', 'package.json', 'README.md']);
  expect(files['main.ts']).toBe("console.log('hi');\n");
  expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({ type: 'module', scripts: { start: 'spawnpoint run main.ts' } });
  expect(files['README.md']).toContain('https://example.org');
});
