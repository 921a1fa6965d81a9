import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Plugin, transform } from 'esbuild';
import { libraryInSteps } from '@/runtime/compiler/steps/library-in-steps';

const root = join(import.meta.dirname, '../..');

/** What threads wait in. All else is as it is for programs without threads. */
const inSteps = [
  /^runtime\/memory\/semaphore$/,
  /^runtime\/process\/(?:board-owner|board-worker|feeder|messages|pipes|program|sem-lock|semaphores|stdio|system|wait-for-result|wait-locally)$/,
  /^runtime\/stdlib\/(?:concurrent\/.*|queue|threading\/.*|time)$/,
  /^runtime\/multiprocessing\/(?!reduction\/|sharedctypes\/(?!synchronized$)|shared-memory\/|.*\/sha256$).*/,
];

/** Bundles the library in steps: its functions give way to other threads where they wait. */
export const stepsPlugin: Plugin = {
  name: 'steps',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]runtime[\\/].*\.ts$/ }, async ({ path }) => {
      const name = relative(root, path).replaceAll('\\', '/').replace(/\.ts$/, '');
      if (!inSteps.some((pattern) => pattern.test(name))) return undefined;
      const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } };
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2022', tsconfigRaw });
      return { contents: libraryInSteps(code, join(root, 'runtime/process/threads/faces.ts')), loader: 'js' };
    });
  },
};
