import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { headerRules } from '../../hosting/header-rules';
import type { HostingSettings } from '../../hosting/settings';

const KEPT = /\.(?:js|css|woff2?|ttf)$/;

const root = join(import.meta.dirname, '../..');

/**
 * Builds `sw.js` into `folder`, with the list of this build's files, whose names under `_next/static` name their content, and with the
 * table of headers for a host that sets none.
 */
export async function writeServiceWorker(folder: string, staticFolder: string, settings: HostingSettings): Promise<void> {
  const { basePath } = settings;
  const files = readdirSync(staticFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => KEPT.test(name))
    .sort();
  const buildFiles = [...files.map((name) => `${basePath}/_next/static/${name}`), `${basePath}/runtime/types.json`];
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
    define: {
      BUILD_FILES: JSON.stringify(buildFiles),
      HEADER_RULES: JSON.stringify(headerRules({ ...settings, boxScript: boxScript() })),
      BASE_PATH: JSON.stringify(basePath),
      'process.env.NODE_ENV': '"production"',
    },
  });
}

/** The box's one script that is not a text for its workers. */
function boxScript(): string {
  const html = readFileSync(join(root, 'public/runtime/box.html'), 'utf8');
  const script = /<script>([^]*?)<\/script>/.exec(html)?.[1];
  if (script === undefined) throw new Error('Cannot find the script of public/runtime/box.html');
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
