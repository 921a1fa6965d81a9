import type { SerwistPlugin } from 'serwist';
import { type HeaderRule, ruleFor } from '@/hosting/header-rules';

/** Put here by `scripts/export/write-service-worker.ts`. */
declare const HEADER_RULES: readonly HeaderRule[];
declare const BASE_PATH: string;

/** Gives answers the headers that the host should have set, when it sets none: docs/decisions/0014. */
export const missingHeaders: SerwistPlugin = {
  handlerWillRespond: ({ request, response }) => Promise.resolve(isWithout(response) ? withHeaders(request, response) : response),
};

/** All answers of the site say so (`hosting/header-rules.ts`). A redirect cannot be read, and is followed by the browser. */
function isWithout(response: Response): boolean {
  return response.type !== 'opaqueredirect' && !response.headers.has('Cross-Origin-Embedder-Policy');
}

function withHeaders(request: Request, { body, status, statusText, headers }: Response): Response {
  const all = new Headers(headers);
  const rule = ruleFor(HEADER_RULES, new URL(request.url).pathname.slice(BASE_PATH.length));
  // How long an answer may be kept is between the host and the browser.
  for (const [name, value] of Object.entries(rule.headers)) if (name !== 'Cache-Control') all.set(name, value);
  return new Response(body, { status, statusText, headers: all });
}
