/*
 * The headers that isolate. `hosting/header-rules.ts` has those of everything that is served, and takes these from here.
 * `require-corp` and not `credentialless`, because WebKit isolates only with the former.
 */

/** For every page: the tests of the runtime need no more. */
export const pageHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/** For the box's document, in which everything untrusted runs. */
export const boxHeaders = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Document-Isolation-Policy': 'isolate-and-credentialless',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'unsafe-inline' 'unsafe-eval' blob:",
    'worker-src blob: data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
} as const;
