import { boxHeaders, pageHeaders } from '../runtime/box/headers';
import { pagePolicy, scriptPolicy } from './content-security-policy';
import { rulePath } from './rule-path';
import type { HostingSettings } from './settings';

/*
 * The headers of everything that is served: one table, from which Next's server, every generated header file and the
 * tests take theirs. The last rule that matches a path is its only rule, so nothing is ever merged.
 */

export interface HeaderRule {
  readonly name: 'page' | 'asset' | 'runtime' | 'box' | 'embed' | 'loader' | 'service-worker';
  /** `/exact` or `/folder/*`, without the base path. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** For every answer. COEP stands on scripts too, because a worker of an isolated page needs it on its own script. */
const everywhere = {
  'Cross-Origin-Embedder-Policy': pageHeaders['Cross-Origin-Embedder-Policy'],
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

/** To be asked for each time, and sent only if it is new: what it loads has another name after the next build. */
const checked = { 'Cache-Control': 'no-cache' };

/** Its address names its content. */
const keptForGood = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Another site may load it: without this its page could not, were it isolated itself. */
const forEverybody = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
const forThisSite = { 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * What no page of the site ever asks for is off, for its frames as well. `cross-origin-isolated` is not named: a list
 * of origins cannot name the box's opaque one.
 */
const permissions = [
  ...['camera', 'display-capture', 'encrypted-media', 'geolocation', 'hid', 'microphone', 'midi', 'payment'],
  ...['publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
].map((feature) => `${feature}=()`);

const document = {
  ...everywhere,
  'Cross-Origin-Opener-Policy': pageHeaders['Cross-Origin-Opener-Policy'],
  'Permissions-Policy': permissions.join(', '),
};

export function headerRules(settings: HostingSettings): readonly HeaderRule[] {
  return [
    {
      name: 'page',
      paths: ['/*'],
      headers: {
        ...document,
        ...forThisSite,
        ...checked,
        'Content-Security-Policy': pagePolicy(settings, "frame-ancestors 'none'"),
        'X-Frame-Options': 'DENY',
      },
    },
    {
      name: 'asset',
      paths: ['/_next/static/*'],
      headers: { ...everywhere, ...forThisSite, ...keptForGood },
    },
    { name: 'runtime', paths: ['/runtime/types.json'], headers: { ...everywhere, ...forThisSite, ...checked } },
    {
      name: 'box',
      paths: ['/runtime/box.html'],
      headers: { ...everywhere, ...boxHeaders, ...(settings.isDevelopment ? checked : keptForGood) },
    },
    {
      name: 'embed',
      // Apart from `/embed/v/`, because some hosts know no exceptions.
      paths: ['/embed', '/embed/', '/embed.html', '/embed/index.html', '/embed/en/*', '/embed/zh/*', '/embed/runs/*'],
      headers: {
        ...document,
        ...forEverybody,
        ...checked,
        // Any page may frame it, whatever that page's own headers are: Chromium isolates it by this one.
        'Document-Isolation-Policy': boxHeaders['Document-Isolation-Policy'],
        'Content-Security-Policy': pagePolicy(settings),
      },
    },
    {
      name: 'loader',
      paths: ['/embed.js', '/embed/v/*', '/oembed/*'],
      headers: { ...everywhere, ...forEverybody, 'Access-Control-Allow-Origin': '*' },
    },
    {
      name: 'service-worker',
      paths: ['/sw.js'],
      headers: {
        ...everywhere,
        ...forThisSite,
        ...checked,
        'Content-Security-Policy': scriptPolicy,
      },
    },
  ];
}

/** The one rule of a path; query and fragment are no part of it. */
export function ruleFor(rules: readonly HeaderRule[], path: string): HeaderRule {
  const rule = rules.findLast(({ paths }) => paths.some((pattern) => rulePath(pattern).test(path)));
  if (rule === undefined) throw new Error(`No rule matches: ${path}`);
  return rule;
}
