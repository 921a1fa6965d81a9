import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/*
 * The certificates of `npm start -- --host`. Phones and tablets trust authorities and no single certificates, so there
 * are two: an authority that exists on this machine only, made once, to be trusted by the others; and the server's,
 * which is made anew when this machine's addresses are others. Their keys never leave the folder, which nobody else reads.
 */

const DAY_MS = 24 * 60 * 60 * 1000;
/** A school year and a little. Browsers refuse a server's certificate that is valid for more than 398 days. */
const VALID_DAYS = 397;
/** One that ends within a lesson is no use. */
const SPARE_MS = 7 * DAY_MS;

export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
  /** What other machines have to trust, as text and as a file. */
  readonly authority: string;
  readonly authorityPath: string;
}

interface Names {
  readonly names: readonly string[];
  readonly ips: readonly string[];
}

/** Where programs keep what they can make again. */
export function certificateFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const cache = env['XDG_CACHE_HOME'] ?? (process.platform === 'win32' ? env['LOCALAPPDATA'] : undefined);
  return join(cache ?? join(homedir(), '.cache'), 'spawnpoint');
}

/** The certificate of this machine under these names, from `folder` or new. */
export async function serverCertificate(folder: string, { names, ips }: Names, now = new Date()): Promise<ServerCertificate> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authorityPath = join(folder, 'spawnpoint-authority.crt');
  const authority = await pair(folder, 'spawnpoint-authority', now, () => true, [
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ]);
  const isUsable = (certificate: X509Certificate) =>
    certificate.verify(new X509Certificate(authority.cert).publicKey) &&
    names.every((name) => certificate.checkHost(name) !== undefined) &&
    ips.every((ip) => certificate.checkIP(ip) !== undefined);
  const server = await pair(
    folder,
    'spawnpoint-server',
    now,
    isUsable,
    [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...names.map((value) => ({ type: 2 as const, value })), ...ips.map((ip) => ({ type: 7 as const, ip }))],
      },
    ],
    authority,
  );
  return { ...server, authority: authority.cert, authorityPath };
}

type Pair = Pick<ServerCertificate, 'key' | 'cert'>;
type Extensions = NonNullable<NonNullable<Parameters<typeof generate>[1]>['extensions']>;

/** A key and its certificate: those in the folder when they are still good, else new ones. */
async function pair(
  folder: string,
  name: string,
  now: Date,
  isUsable: (certificate: X509Certificate) => boolean,
  extensions: Extensions,
  ca?: Pair,
): Promise<Pair> {
  const [keyPath, certPath] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
  if (existsSync(keyPath) && existsSync(certPath)) {
    const kept = { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(certPath, 'utf8') };
    const certificate = new X509Certificate(kept.cert);
    if (Date.parse(certificate.validTo) - now.getTime() > SPARE_MS && isUsable(certificate)) return kept;
  }
  const made = await generate(
    [{ name: 'commonName', value: name === 'spawnpoint-server' ? 'Spawnpoint' : 'Spawnpoint on this network' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      // Clocks in a classroom differ.
      notBeforeDate: new Date(now.getTime() - DAY_MS),
      notAfterDate: new Date(now.getTime() + (VALID_DAYS - 1) * DAY_MS),
      extensions,
      ...(ca === undefined ? {} : { ca }),
    },
  );
  writeFileSync(keyPath, made.private, { mode: 0o600 });
  // The mode above is for new files only.
  chmodSync(keyPath, 0o600);
  writeFileSync(certPath, made.cert);
  return { key: made.private, cert: made.cert };
}
