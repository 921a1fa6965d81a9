import { describe, expect, test } from 'vitest';
import { nextHeaders } from './formats/next-headers';
import { headerRules, ruleFor } from './header-rules';
import { samplePaths } from './sample-paths';
import { hostingSettings } from './settings';

const rules = headerRules(hostingSettings({}));

function directives(policy: string | undefined): Map<string, string[]> {
  return new Map((policy ?? '').split('; ').map((text) => [text.split(' ')[0] ?? '', text.split(' ').slice(1)]));
}

describe('the table', () => {
  test('gives every path one rule, the last that matches', () => {
    for (const { path, rule } of samplePaths) expect([path, ruleFor(rules, path).name]).toEqual([path, rule]);
  });

  test('lets nobody frame a page of the site, and anybody frame the embed', () => {
    const policyOf = (path: string) => directives(ruleFor(rules, path).headers['Content-Security-Policy']);
    for (const { path, rule } of samplePaths) {
      if (rule === 'page') expect([path, policyOf(path).get('frame-ancestors')]).toEqual([path, ["'none'"]]);
    }
    expect(policyOf('/embed').has('frame-ancestors')).toBe(false);
    expect(ruleFor(rules, '/embed').headers).not.toHaveProperty('X-Frame-Options');
  });

  test('evaluates no text and no script in a page, outside the box', () => {
    for (const { name, headers } of rules) {
      if (name === 'box' || headers['Content-Security-Policy'] === undefined) continue;
      expect([name, directives(headers['Content-Security-Policy']).get('script-src')]).toEqual([name, ["'self'"]]);
    }
  });

  test('has the headers of every answer on every rule', () => {
    for (const { headers } of rules) {
      expect(headers).toMatchObject({
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
      });
    }
  });

  test("names a box's own origin where a page may frame it, and nowhere else", () => {
    const apart = headerRules(hostingSettings({ NEXT_PUBLIC_BOX_ORIGIN: 'https://box.example.org' }));
    const policy = directives(ruleFor(apart, '/en').headers['Content-Security-Policy']);
    expect(policy.get('frame-src')).toEqual(["'self'", 'https://box.example.org']);
    policy.delete('frame-src');
    expect([...policy.values()].flat().join(' ')).not.toContain('box.example.org');
  });
});

test("Next's server is told the same", async () => {
  const { pathToRegexp } = await import('next/dist/compiled/path-to-regexp');
  for (const { path } of samplePaths) {
    // A slash at the end is taken away by a redirect before that.
    if (path !== '/' && path.endsWith('/')) continue;
    const said = nextHeaders(rules)
      .filter(({ source }) => pathToRegexp(source).test(path))
      .map(({ headers }) => Object.fromEntries(headers.map(({ key, value }) => [key, value])));
    const { name, headers } = ruleFor(rules, path);
    const { 'Cache-Control': kept, ...rest } = headers;
    expect([path, said]).toEqual([path, [name === 'asset' || kept === undefined ? rest : headers]]);
  }
});

describe('settings', () => {
  test('are empty by default, and read from the environment', () => {
    expect(hostingSettings({})).toEqual({ basePath: '', boxOrigin: null, boxScript: null, isDevelopment: false });
    const env = { NEXT_PUBLIC_BASE_PATH: '/courses/spawnpoint', NEXT_PUBLIC_BOX_ORIGIN: 'https://box.example.org' };
    expect(hostingSettings(env)).toMatchObject({ basePath: '/courses/spawnpoint', boxOrigin: 'https://box.example.org' });
  });

  test.each(['course', '/course/', '/', '/a b', '//host'])('refuse a base path such as %s', (basePath) => {
    expect(() => hostingSettings({ NEXT_PUBLIC_BASE_PATH: basePath })).toThrow('NEXT_PUBLIC_BASE_PATH');
  });

  test.each(['box.example.org', 'https://box.example.org/', '*'])('refuse an origin such as %s', (origin) => {
    expect(() => hostingSettings({ NEXT_PUBLIC_BOX_ORIGIN: origin })).toThrow('NEXT_PUBLIC_BOX_ORIGIN');
  });
});
