import { expect, test } from 'vitest';
import { projectFiles } from './project-files';

test('a project has the program, what runs it, and a text that says how', () => {
  const files = projectFiles("console.log('hi');\n", 'https://example.org');
  expect(Object.keys(files)).toEqual(['main.ts', 'package.json', 'README.md']);
  expect(files['main.ts']).toBe("console.log('hi');\n");
  expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({ type: 'module', scripts: { start: 'spawnpoint run main.ts' } });
  expect(files['README.md']).toContain('https://example.org');
});
