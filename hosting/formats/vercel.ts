import type { HeaderFile, Site } from './header-file';
import { exclusivePaths } from './exclusive-paths';

/** `vercel.json`: paths are written as in Next's configuration, but a slash at the end counts. */
export function vercelJson({ rules, settings }: Site): HeaderFile {
  const headers = exclusivePaths(rules).map(({ path, except, headers: values }) => ({
    source: `${settings.basePath}${path.endsWith('/*') ? `${path.slice(0, -1)}(${except}.*)` : path}`,
    headers: Object.entries(values).map(([key, value]) => ({ key, value })),
  }));
  return { name: 'vercel.json', text: `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`, isPublished: true };
}
