import createMDX from '@next/mdx';
import type { NextConfig } from 'next';
import { boxHeaders, pageHeaders } from './runtime/box/headers';

const config: NextConfig = {
  // Tests build beside a build that is being served.
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  allowedDevOrigins: ['127.0.0.1'],
  // The gate checks types, once.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  poweredByHeader: false,
  // Two root layouts, and one page for what is not found.
  experimental: { globalNotFound: true },
  headers: () =>
    Promise.resolve([
      { source: '/((?!runtime/).*)', headers: asList({ ...pageHeaders, 'X-Content-Type-Options': 'nosniff' }) },
      { source: '/runtime/box.html', headers: asList(boxHeaders) },
    ]),
};

const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm', 'remark-frontmatter', ['remark-mdx-frontmatter', { name: 'frontmatter' }]],
  },
});

export default withMDX(config);

function asList(headers: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
