import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageScripts } from './export/page-scripts';

/* After the build: fails when the scripts that a lesson loads at first are more than a reader on a phone should wait for. */

// React and Next take most of it (docs/decisions/0019-what-a-lesson-loads.md): what is ours may not grow.
const MOST_BYTES = 160 * 1024;

const build = process.env['NEXT_DIST_DIR'] ?? '.next';
const sizes = ['en', 'zh'].flatMap((lang) => {
  const folder = join(build, 'server/app', lang, 'lessons');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ page: `${lang}/lessons/${name}`, bytes: scriptBytes(readFileSync(join(folder, name), 'utf8')) }));
});
const [largest] = sizes.sort((a, b) => b.bytes - a.bytes);
if (largest === undefined) throw new Error(`Cannot find a lesson in ${build}`);
if (largest.bytes > MOST_BYTES)
  throw new Error(`Cannot accept ${largest.bytes} bytes of scripts (gzip, of ${MOST_BYTES}): ${largest.page}`);
console.log(`A lesson's scripts: at most ${largest.bytes} bytes (gzip) of ${MOST_BYTES}`);

function scriptBytes(html: string): number {
  const sources = [...pageScripts(html)];
  if (sources.length === 0) throw new Error('Cannot find the scripts of a lesson');
  return sources.reduce((sum, name) => sum + gzipSync(readFileSync(join(build, 'static', name))).length, 0);
}
