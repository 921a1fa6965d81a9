import type { HostingSettings } from './settings';

/**
 * What a page of the site may load: its own files. No script stands in a page (`docs/decisions/`), so the one exception
 * is style: the editors and the terminal make theirs as they go.
 */
export function pagePolicy({ boxOrigin, isDevelopment }: HostingSettings, ...more: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self'${isDevelopment ? " 'unsafe-inline' 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    // The editor's; programs run in the box.
    "worker-src 'self'",
    `frame-src 'self'${boxOrigin === null ? '' : ` ${boxOrigin}`}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ...more,
  ].join('; ');
}

/** The service worker's own: it fetches from the site and nowhere else. */
export const scriptPolicy = ["default-src 'none'", "script-src 'self'", "connect-src 'self'"].join('; ');
