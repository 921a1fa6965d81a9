import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteAddress } from '../app/_site/site-address';
import { headerFiles } from '../hosting/formats';
import { headerRules } from '../hosting/header-rules';
import { hostingSettings } from '../hosting/settings';
import { compressFiles } from './export/compress-files';
import { extractScripts } from './export/extract-scripts';
import { hintScripts } from './export/hint-scripts';
import { writeServiceWorker } from './export/write-service-worker';

/*
 * `npm run export`: the site as files in `out/`, which any static host serves, and the header files of the common hosts.
 * With --compress also every text file as .br and .gz beside it, for servers that send those.
 */

const OUT = 'out';
const CONFIGURATIONS = 'dist/hosts';

const settings = hostingSettings();
build();
extractScripts(OUT, join(OUT, '_next/static'), settings.basePath);
hintScripts(OUT, join(OUT, '_next/static'));
await writeServiceWorker(OUT, join(OUT, '_next/static'), settings);

const entries = readdirSync(OUT, { withFileTypes: true }).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
mkdirSync(CONFIGURATIONS, { recursive: true });
for (const { name, text, isPublished } of headerFiles({ rules: headerRules(settings), settings, entries })) {
  writeFileSync(join(isPublished ? OUT : CONFIGURATIONS, name), text);
}
// GitHub Pages leaves out folders that begin with an underscore, unless it is told that nothing needs to be built.
writeFileSync(join(OUT, '.nojekyll'), '');
if (process.argv.includes('--compress')) await compressFiles(OUT);
console.log(`The site is in ${OUT}/, and what servers are configured with in ${CONFIGURATIONS}/ (docs/hosting.md)`);
if (process.env['NEXT_PUBLIC_SITE_URL'] === undefined) {
  console.log(`Search engines and other sites are told that it is at ${siteAddress()}. Set NEXT_PUBLIC_SITE_URL to its address.`);
}

/** An export is a build of its own, and Next insists on its place: the site's build steps aside meanwhile. */
function build(): void {
  const [place, site, exported] = ['.next', '.next-site', '.next-export'];
  move(place, site);
  move(exported, place);
  try {
    rmSync(OUT, { recursive: true, force: true });
    const { status } = spawnSync('npx', ['--no-install', 'next', 'build'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, NEXT_DIST_DIR: place, SPAWNPOINT_EXPORT: 'true' },
    });
    if (status !== 0) throw new Error('Cannot export the site: see the messages above');
  } finally {
    move(place, exported);
    move(site, place);
  }
}

function move(from: string, to: string): void {
  if (!existsSync(from)) return;
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}
