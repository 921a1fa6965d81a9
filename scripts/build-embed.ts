import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { EMBED_VERSION } from '@/embed/version';

/* Builds `embed.js` for other people's pages: the latest, and the same at an address that names its version. */

const root = join(import.meta.dirname, '..');
const MOST_BYTES = 5 * 1024;

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['embed/script/index.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
});
const script = `/* Spawnpoint ${EMBED_VERSION}, MIT */\n${outputFiles[0]?.text ?? ''}`;
const bytes = gzipSync(script, { level: 9 }).length;
if (bytes > MOST_BYTES) throw new Error(`Cannot accept an embed.js of more than ${MOST_BYTES} bytes (gzip): ${bytes}`);
await mkdir(join(root, 'public/embed/v'), { recursive: true });
await writeFile(join(root, 'public/embed.js'), script);
await writeFile(join(root, `public/embed/v/${EMBED_VERSION}.js`), script);
console.log(`embed.js ${EMBED_VERSION}: ${bytes} bytes (gzip) of ${MOST_BYTES}`);
