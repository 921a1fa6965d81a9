import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** For V8: all functions are wanted. Other engines take it for a comment. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has the browser compile what every page loads while it is downloaded, beside the page. Else it would compile the modules one
 * by one as they are called, in the page's own time: docs/decisions/0021.
 */
export function hintScripts(folder: string, staticFolder: string): void {
  for (const name of scriptsOfPages(folder)) {
    const path = join(staticFolder, name);
    const before = readFileSync(path, 'utf8');
    if (!before.startsWith(HINT)) writeFileSync(path, HINT + before);
  }
}

/** Paths below `_next/static` of what pages load by themselves, not when it is asked for. */
function scriptsOfPages(folder: string): ReadonlySet<string> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const names = pages.flatMap((page) =>
    Array.from(
      readFileSync(join(folder, page), 'utf8').matchAll(/<script src="[^"?]*\/_next\/static\/(chunks\/[^"?]+)"[^>]*\sasync\b/g),
      ([, name = '']) => name,
    ),
  );
  return new Set(names);
}
