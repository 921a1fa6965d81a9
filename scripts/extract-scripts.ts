import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutInlineScripts } from '../hosting/inline-scripts';
import { hostingSettings } from '../hosting/settings';

/*
 * After `next build`: takes the scripts out of the pages that Next's server will send. A page that has none left stays
 * as it is, so this can be run again.
 */

const build = process.env['NEXT_DIST_DIR'] ?? '.next';
const { basePath } = hostingSettings();

for (const folder of ['server/app', 'server/pages']) {
  for (const name of readdirSync(join(build, folder), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.html')) extract(join(build, folder, name));
  }
}
// npm start compares its time with the build's.
writeFileSync(join(build, 'SCRIPTS_EXTRACTED'), '');

function extract(path: string): void {
  const before = readFileSync(path, 'utf8');
  const { html, files } = withoutInlineScripts(before, `${basePath}/_next/static/inline`);
  if (html === before) return;
  mkdirSync(join(build, 'static/inline'), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(build, 'static/inline', name), text);
  writeFileSync(path, html);
}
