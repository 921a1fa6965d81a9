import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody else's site: on 127.0.0.1, which is another site than localhost. */
export interface HostServer {
  readonly origin: string;
  /** Pages by path; may be added to while it runs. */
  readonly pages: Map<string, HostPage>;
  close(): Promise<void>;
}

export function openHost(): Promise<HostServer> {
  const pages = new Map<string, HostPage>();
  const server = createServer(({ url = '/' }, response) => {
    const page = pages.get(new URL(url, 'http://host').pathname);
    response.writeHead(page ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        pages,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections();
            server.close(() => closed());
          }),
      });
    });
  });
}
