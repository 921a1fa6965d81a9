import type { HeaderRule } from '../header-rules';

interface NextHeader {
  readonly source: string;
  readonly headers: { key: string; value: string }[];
}

/**
 * The table for `headers()` of Next's configuration. Next applies every entry that matches, so the paths of later rules
 * are taken out of the earlier ones.
 */
export function nextHeaders(rules: readonly HeaderRule[]): NextHeader[] {
  return rules.flatMap(({ paths, headers, name }, index) => {
    const later = rules.slice(index + 1).flatMap((rule) => rule.paths);
    // Next says itself how long its files may be kept.
    const entries = Object.entries(headers).filter(([key]) => name !== 'asset' || key !== 'Cache-Control');
    return paths
      .filter((path) => !path.endsWith('/') || path === '/')
      .map((path) => ({ source: sourceOf(path, later), headers: entries.map(([key, value]) => ({ key, value })) }));
  });
}

function sourceOf(path: string, later: readonly string[]): string {
  if (!path.endsWith('/*')) return path;
  const folder = path.slice(0, -1);
  const others = later.filter((other) => other.startsWith(folder)).map((other) => lookahead(other.slice(folder.length)));
  return `${folder}${others.length === 0 ? ':rest*' : `((?!${others.join('|')}).*)`}`;
}

/** Of what follows the folder: `x/*` is all that begins with `x/`, anything else is meant exactly. */
function lookahead(path: string): string {
  const literal = path.replace(/\*$/, '').replaceAll('.', '\\.');
  return path.endsWith('*') ? literal : `${literal}$`;
}
