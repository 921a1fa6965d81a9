import type { HeaderRule } from './header-rules';

/** Addresses of every kind, and the rule that each has to get: for the tests of the table and of what is made of it. */
export const samplePaths: readonly { readonly path: string; readonly rule: HeaderRule['name'] }[] = [
  { path: '/', rule: 'page' },
  { path: '/en', rule: 'page' },
  { path: '/en/', rule: 'page' },
  { path: '/zh/lessons/first-process', rule: 'page' },
  { path: '/zh/lessons/first-process/', rule: 'page' },
  { path: '/en/playground/index.html', rule: 'page' },
  { path: '/404.html', rule: 'page' },
  { path: '/embedded', rule: 'page' },
  { path: '/en/embed', rule: 'page' },
  { path: '/_next/static/chunks/a.js', rule: 'asset' },
  { path: '/_next/static/media/a.woff2', rule: 'asset' },
  { path: '/runtime/types.json', rule: 'runtime' },
  { path: '/runtime/box.html', rule: 'box' },
  { path: '/embed', rule: 'embed' },
  { path: '/embed/', rule: 'embed' },
  { path: '/embed/zh/first-process/hello', rule: 'embed' },
  { path: '/embed/runs/first-process/hello.json', rule: 'embed' },
  { path: '/embed/v/1.0.0.js', rule: 'loader' },
  { path: '/oembed/en/first-process/hello.json', rule: 'loader' },
  { path: '/embed.js', rule: 'loader' },
  { path: '/sw.js', rule: 'service-worker' },
];
