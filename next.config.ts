import createMDX from '@next/mdx';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';
import { nextHeaders } from './hosting/formats/next-headers';
import { headerRules } from './hosting/header-rules';
import { hostingSettings } from './hosting/settings';

const config: NextConfig = {
  // Tests build beside a build that is being served.
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  allowedDevOrigins: ['127.0.0.1'],
  // The gate checks types, once.
  typescript: { ignoreBuildErrors: true },
  env: { BOX_VERSION: boxVersion() },
  // It reads files that lie beside it.
  serverExternalPackages: ['subset-font'],
  devIndicators: false,
  poweredByHeader: false,
  // The end-to-end tests ask over loopback, each in a browser that has nothing yet: compressing was a tenth of their time.
  compress: process.env['E2E_PORT'] === undefined,
  experimental: {
    // Two root layouts, and one page for what is not found.
    globalNotFound: true,
    // The default leaves one core idle.
    cpus: availableParallelism(),
  },
};

const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm', 'remark-frontmatter', ['remark-mdx-frontmatter', { name: 'frontmatter' }]],
  },
});

/** For `npm run export`: hosts set the headers, and find a page as the index of a folder. */
const isExport = process.env['SPAWNPOINT_EXPORT'] !== undefined;

export default (phase: string): NextConfig => {
  const settings = hostingSettings(process.env, phase === PHASE_DEVELOPMENT_SERVER);
  return withMDX({
    ...config,
    ...(settings.basePath === '' ? {} : { basePath: settings.basePath }),
    ...(isExport
      ? { output: 'export', trailingSlash: true }
      : { headers: () => Promise.resolve(nextHeaders(headerRules(settings))) }),
  });
};

/** Of the box's document, for its address: browsers may keep it for good, and it is there without a network. */
function boxVersion(): string {
  const path = 'public/runtime/box.html';
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16) : '';
}
