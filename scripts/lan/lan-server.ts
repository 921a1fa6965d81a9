import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type Server } from 'node:net';
import type { ServerCertificate } from './certificate';

/** The first byte of what a browser says when it wants to speak TLS. */
const TLS_HANDSHAKE = 22;
/** Asked for without TLS, since who asks does not trust the certificate yet. */
export const AUTHORITY_PATH = '/spawnpoint.crt';

/**
 * Serves the site over https, and on the same port without TLS the certificate to trust; whoever types an address without
 * `https` is sent on.
 */
export function lanServer(
  { key, cert, authority }: Pick<ServerCertificate, 'key' | 'cert' | 'authority'>,
  site: RequestListener,
): Server {
  const secure = createSecureServer({ key, cert }, site);
  const plain = createPlainServer((request, response) => {
    if (request.url === AUTHORITY_PATH) {
      response.writeHead(200, { 'Content-Type': 'application/x-x509-ca-cert' }).end(authority);
    } else {
      response.writeHead(307, { Location: `https://${request.headers.host ?? 'localhost'}${request.url ?? '/'}` }).end();
    }
  });
  return createServer((socket) => {
    // A browser that goes away in the middle of a word is no event.
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      socket.pause();
      socket.unshift(bytes);
      (bytes[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
}
