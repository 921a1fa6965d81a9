import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILE_HINT } from '../../runtime/box/compile-hint';
import { pageScripts } from './page-scripts';

/**
 * Has the browser compile what every page loads while it is downloaded, beside the page. Else it would compile the modules one
 * by one as they are called, in the page's own time: docs/decisions/0021.
 */
export function hintScripts(folder: string, staticFolder: string): void {
  for (const name of scriptsOfPages(folder)) {
    const path = join(staticFolder, name);
    const before = readFileSync(path, 'utf8');
    if (!before.startsWith(COMPILE_HINT)) writeFileSync(path, COMPILE_HINT + before);
  }
}

/** Next's own, which are in `chunks`; those that were taken out of the pages are too small to matter. */
function scriptsOfPages(folder: string): ReadonlySet<string> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const names = pages.flatMap((page) => [...pageScripts(readFileSync(join(folder, page), 'utf8'))]);
  return new Set(names.filter((name) => name.startsWith('chunks/')));
}
