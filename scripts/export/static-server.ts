import { parseAllHeaders, type Header, type MinimalHeader } from '@netlify/headers-parser';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

interface ServerOptions {
  /** False for a host that cannot set headers, such as GitHub Pages. */
  readonly withHeaders: boolean;
}

/**
 * A plain static server, as hosts are: it sends files, takes a page for the index of its folder, and sets the headers
 * that `_headers` says, read by Netlify's own parser. What several rules say is joined, as Cloudflare and Netlify do.
 * Who types an address without the base path is sent to the one with it; the site's own requests are not.
 */
export async function staticServer(root: string, basePath: string, { withHeaders }: ServerOptions): Promise<Server> {
  const rules = withHeaders ? await rulesOf(join(root, '_headers')) : [];
  const files = sirv(root, { etag: true });
  const notFound = readFileSync(join(root, '404.html'));
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://static.invalid');
    for (const { forRegExp, values } of rules) {
      if (!forRegExp.test(url.pathname)) continue;
      for (const [name, value] of Object.entries(values)) {
        const before = response.getHeader(name);
        response.setHeader(name, typeof before === 'string' ? `${before}, ${value}` : value);
      }
    }
    if (!url.pathname.startsWith(`${basePath}/`) && isTyped(request)) {
      response.writeHead(307, { Location: `${basePath}${url.pathname}${url.search}` }).end();
      return;
    }
    const path = url.pathname.startsWith(`${basePath}/`) ? url.pathname.slice(basePath.length) : null;
    if (path !== null && !path.endsWith('/') && existsSync(join(root, decodeURIComponent(path), 'index.html'))) {
      response.writeHead(301, { Location: `${url.pathname}/${url.search}` }).end();
      return;
    }
    const fail = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    };
    request.url = `${path ?? ''}${url.search}`;
    if (path === null) fail();
    else files(request, response, fail);
  });
}

async function rulesOf(path: string): Promise<Header[]> {
  const { headers, errors } = await parseAllHeaders({ headersFiles: [path], configHeaders: [], minimal: false });
  if (errors.length > 0) throw new AggregateError(errors, `Cannot read: ${path}`);
  return headers.filter((header: MinimalHeader | Header): header is Header => 'forRegExp' in header);
}

/** Nothing of the site asked for it: browsers say so, and other programs say nothing. */
function isTyped({ headers }: IncomingMessage): boolean {
  const origin = headers['sec-fetch-site'];
  return origin === undefined || origin === 'none';
}
