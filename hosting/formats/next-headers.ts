import type { HeaderRule } from '../header-rules';
import { exclusivePaths } from './exclusive-paths';

interface NextHeader {
  readonly source: string;
  readonly headers: { key: string; value: string }[];
}

/** The table for `headers()` of Next's configuration. */
export function nextHeaders(rules: readonly HeaderRule[]): NextHeader[] {
  return (
    exclusivePaths(rules)
      // Next redirects an address with a slash at its end to the one without.
      .filter(({ path }) => path === '/' || !path.endsWith('/'))
      .map(({ path, except, rule, headers }) => ({
        source: path.endsWith('/*') ? `${path.slice(0, -1)}${except === '' ? ':rest*' : `(${except}.*)`}` : path,
        headers: Object.entries(headers)
          // Next says itself how long its files may be kept.
          .filter(([key]) => rule !== 'asset' || key !== 'Cache-Control')
          .map(([key, value]) => ({ key, value })),
      }))
  );
}
