/** Headers of every page of the site: isolated, so that memory can be shared. */
export const pageHeaders: Record<string, string> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Headers of the box's document: isolated wherever it is embedded, and without any way out. */
export const boxHeaders: Record<string, string> = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Document-Isolation-Policy': 'isolate-and-credentialless',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob: data:; connect-src 'none'; base-uri 'none'; form-action 'none'",
};
