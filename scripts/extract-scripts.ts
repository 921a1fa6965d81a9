import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostingSettings } from '../hosting/settings';
import { extractScripts } from './export/extract-scripts';
import { hintScripts } from './export/hint-scripts';
import { writeServiceWorker } from './export/write-service-worker';

/*
 * After `next build`: takes the scripts out of the pages that Next's server will send, says how those they load are compiled, and
 * lists all files for the service worker.
 */

const build = process.env['NEXT_DIST_DIR'] ?? '.next';
for (const folder of ['server/app', 'server/pages']) {
  extractScripts(join(build, folder), join(build, 'static'), hostingSettings().basePath);
  hintScripts(join(build, folder), join(build, 'static'));
}
await writeServiceWorker('public', join(build, 'static'), hostingSettings());
// npm start compares its time with the build's.
writeFileSync(join(build, 'SCRIPTS_EXTRACTED'), '');
