import { hostname, networkInterfaces } from 'node:os';

/** Names and addresses by which other machines of the same network reach this one; local ones are not among them. */
export function lanAddresses(interfaces = networkInterfaces()): string[] {
  return Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}

/** What a certificate for this machine has to name: its addresses, and its own name, alone and as mDNS has it. */
export function certificateNames(): { readonly names: readonly string[]; readonly ips: readonly string[] } {
  const own = hostname()
    .toLowerCase()
    .replace(/\.local$/, '');
  // A name with other characters cannot stand in a certificate, and nobody could type it.
  const names = /^[a-z0-9.-]+$/.test(own) ? [own, `${own}.local`] : [];
  return { names: ['localhost', ...names], ips: ['127.0.0.1', ...lanAddresses()] };
}
