import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const KEPT = /\.(?:js|css|woff2?|ttf)$/;

/** Builds `sw.js` into `folder`, with the list of this build's files: names under `_next/static` name their content. */
export async function writeServiceWorker(folder: string, staticFolder: string, basePath: string): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  const files = readdirSync(staticFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => KEPT.test(name))
    .sort();
  const types = readFileSync(join(root, 'public/runtime/types.json'));
  const entries = [
    ...files.map((name) => ({ url: `${basePath}/_next/static/${name}`, revision: null })),
    { url: `${basePath}/runtime/types.json`, revision: createHash('sha256').update(types).digest('hex').slice(0, 16) },
  ];
  await build({
    absWorkingDir: root,
    entryPoints: ['app/_offline/service-worker.ts'],
    outfile: join(folder, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    define: { PRECACHE: JSON.stringify(entries), 'process.env.NODE_ENV': '"production"' },
  });
}
