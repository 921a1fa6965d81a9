import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutInlineScripts } from '../../hosting/inline-scripts';

/**
 * Takes the scripts out of the pages in `folder`, and puts them into `staticFolder/inline`. A page that has none left
 * stays as it is, so this can be done again.
 */
export function extractScripts(folder: string, staticFolder: string, basePath: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    // The box's document is not a page of the site: its policy allows its scripts, and nothing can be loaded there.
    if (name.endsWith('.html') && !name.endsWith('box.html')) extract(join(folder, name), join(staticFolder, 'inline'), basePath);
  }
}

function extract(path: string, target: string, basePath: string): void {
  const before = readFileSync(path, 'utf8');
  const { html, files } = withoutInlineScripts(before, `${basePath}/_next/static/inline`);
  if (html === before) return;
  mkdirSync(target, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(target, name), text);
  writeFileSync(path, html);
}
