import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { certificateFolder, serverCertificate } from './certificate';
import { lanAddresses } from './lan-addresses';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'spawnpoint-certificate-')), 'spawnpoint');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const names = { names: ['localhost'], ips: ['127.0.0.1'] };

test('is taken by who trusts the authority, and by nobody else', async () => {
  const { key, cert, authority } = await serverCertificate(folder, names);
  const server = createServer({ key, cert }, (_, response) => response.end('hello'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const ask = (ca?: string) =>
    new Promise<string>((resolve) => {
      const { port } = server.address() as AddressInfo;
      request({ host: '127.0.0.1', port, ca, agent: false }, (response) => {
        response.resume();
        resolve(`status ${response.statusCode ?? 0}`);
      })
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
        .end();
    });
  expect(await ask(authority)).toBe('status 200');
  expect(await ask()).toMatch(/UNABLE_TO_VERIFY|SELF_SIGNED|UNABLE_TO_GET_ISSUER/);
  server.close();
});

test('is kept until an address is new or its time is nearly over, and the authority longer than that', async () => {
  const first = await serverCertificate(folder, names);
  expect(await serverCertificate(folder, names)).toEqual(first);
  const moved = await serverCertificate(folder, { ...names, ips: ['127.0.0.1', '192.0.2.7'] });
  expect(moved.cert).not.toBe(first.cert);
  expect(moved.authority).toBe(first.authority);
  expect(new X509Certificate(moved.cert).checkIP('192.0.2.7')).toBe('192.0.2.7');
  const later = new Date(Date.now() + 391 * 24 * 60 * 60 * 1000);
  expect((await serverCertificate(folder, names, later)).authority).not.toBe(first.authority);
});

test('leaves keys that only their owner can read', async () => {
  const { key, authorityPath } = await serverCertificate(folder, names);
  for (const name of ['spawnpoint-authority.key', 'spawnpoint-server.key']) {
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  expect(readFileSync(authorityPath, 'utf8')).not.toContain('PRIVATE');
  expect(key).toContain('PRIVATE KEY');
  expect(certificateFolder({ XDG_CACHE_HOME: '/cache' })).toBe(join('/cache', 'spawnpoint'));
});

test('the addresses of the network are those that others reach', () => {
  const of = (address: string, internal: boolean, family: 'IPv4' | 'IPv6' = 'IPv4') =>
    ({ address, internal, family, netmask: '', mac: '', cidr: null, scopeid: 0 }) as const;
  const interfaces = {
    lo: [of('127.0.0.1', true)],
    eth0: [of('192.0.2.7', false), of('fe80::1', false, 'IPv6')],
    off: undefined,
  };
  expect(lanAddresses(interfaces)).toEqual(['192.0.2.7']);
});
