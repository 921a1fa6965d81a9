import type { HostingSettings } from './settings';

/**
 * What a page of the site may load: its own files. No script stands in a page (`docs/decisions/`), so the one exception
 * is style: the editors and the terminal make theirs as they go.
 */
export function pagePolicy(settings: HostingSettings, ...more: readonly string[]): string {
  const { boxOrigin, boxScript, isDevelopment } = settings;
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...(isDevelopment ? DEVELOPMENT : []), ...(boxScript === null ? [] : boxSources(boxScript))].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    // The editor's; programs run in the box.
    `worker-src 'self'${boxScript === null ? '' : ' blob: data:'}`,
    `frame-src 'self'${boxOrigin === null ? '' : ` ${boxOrigin}`}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ...more,
  ].join('; ');
}

const DEVELOPMENT = ["'unsafe-inline'", "'unsafe-eval'"];

/** A box that is a text of the page is bound by the page's policy as well as its own, so that has to let it have what it needs. */
function boxSources(boxScript: string): readonly string[] {
  return [`'${boxScript}'`, "'unsafe-eval'", 'blob:'];
}

/** The service worker's own: it fetches from the site and nowhere else. */
export const scriptPolicy = ["default-src 'none'", "script-src 'self'", "connect-src 'self'"].join('; ');
