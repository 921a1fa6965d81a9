import { ruleFor } from '../header-rules';
import type { Site } from './header-file';

export interface DisjointRule {
  /** `/exact` or `/folder/*`, with the base path. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The table for hosts that know no exceptions: Cloudflare, Netlify and Firebase apply every rule that matches, and the
 * first two join what several say. So no header is in two rules for one address: first what all answers have in common,
 * for every path, and then the rest, for paths that do not overlap. An address where nothing is gets the common ones.
 */
export function disjointRules({ rules, settings, entries }: Site): DisjointRule[] {
  const [page, ...others] = rules;
  if (page === undefined) return [];
  const common = Object.entries(page.headers).filter(([name, value]) => rules.every(({ headers }) => headers[name] === value));
  const taken = others.flatMap(({ paths }) => paths);
  const pages = entries
    .filter(({ name, isFolder }) => (isFolder ? !taken.some((path) => path.startsWith(`/${name}/`)) : name.endsWith('.html')))
    .map(({ name, isFolder }) => (isFolder ? `/${name}/*` : `/${name}`));
  return [
    { path: `${settings.basePath}/*`, headers: Object.fromEntries(common) },
    ...['/', ...pages, ...taken].filter(isCanonical).map((path) => ({
      path: settings.basePath + path,
      headers: Object.fromEntries(
        Object.entries(ruleFor(rules, path.replace('*', 'x')).headers).filter(([name]) =>
          common.every(([each]) => each !== name),
        ),
      ),
    })),
  ];

  /** These hosts send `/embed` and `/embed/index.html` on to `/embed/`, or take them to be the same address. */
  function isCanonical(path: string): boolean {
    const name = path.replace(/(?:\/index)?\.html$/, '');
    return path.endsWith('/') || !taken.includes(`${name}/`);
  }
}
