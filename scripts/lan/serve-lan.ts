import next from 'next';
import { hostname } from 'node:os';
import { certificateFolder, serverCertificate } from './certificate';
import { howToTrust } from './how-to-trust';
import { certificateNames, lanAddresses } from './lan-addresses';
import { lanServer } from './lan-server';

/* The server of `npm start -- --host`: the built site at PORT, for everybody on the network. */

const port = Number(process.env['PORT'] ?? 3000);
const names = certificateNames();
const certificate = await serverCertificate(certificateFolder(), names);

// The address is only for what Next says about itself.
const site = next({ dev: false, hostname: hostname(), port });
await site.prepare();
const answer = site.getRequestHandler();
const server = lanServer(certificate, (request, response) => void answer(request, response));
server.listen(port, '0.0.0.0', () => {
  const hosts = [...lanAddresses(), ...names.names.filter((name) => name.endsWith('.local'))];
  console.log(howToTrust({ hosts: hosts.length === 0 ? ['localhost'] : hosts, port, authorityPath: certificate.authorityPath }));
});
