import { ValueError } from '../../errors';
import { pythonLiteral } from '../../stdlib/python-literal';
import { logInfo } from '../log';

/** Where a listener is found: a name, or a host and a port. Both are names in the machine, not places in a real network. */
export type Address = string | readonly [host: string, port: number];

export type Family = 'AF_UNIX' | 'AF_INET';

export function familyOf(address: Address): Family {
  if (typeof address === 'string') return 'AF_UNIX';
  if (Array.isArray(address)) return 'AF_INET';
  const complaint = `address type of ${pythonLiteral(address)} unrecognized`;
  // What could not be the name of a socket either is of a wrong type.
  throw (address as unknown) ? new TypeError(complaint) : new ValueError(complaint);
}

/** Nobody outside of the machine can know such a name: the kernel keeps it to itself. */
const RANDOM = '/tmp/pymp-';

/** What the kernel calls it. Every name of this computer is the same host. */
export function nameOf(address: Address): string {
  familyOf(address);
  if (typeof address === 'string') return address.startsWith(RANDOM) ? `local:${address}` : `unix:${address}`;
  const [host, port] = address;
  const isHere = host === '' || host === 'localhost' || host === '0.0.0.0';
  return `inet:${isHere ? '127.0.0.1' : host}:${port}`;
}

const FIRST_FREE_PORT = 32_768;
const FREE_PORTS = 28_000;

export function randomPort(): number {
  return FIRST_FREE_PORT + Math.floor(Math.random() * FREE_PORTS);
}

let directory: string | null = null;

/** A name that nobody listens under, in a directory that is this process's own. */
export function randomName(): string {
  if (directory === null) {
    directory = `${RANDOM}${randomLetters()}`;
    logInfo('created temp directory %s', directory);
  }
  return `${directory}/listener-${randomLetters()}`;
}

function randomLetters(): string {
  return Array.from({ length: 8 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
}

export function checkFamily(family: string | null | undefined): void {
  if (family === null || family === undefined || family === 'AF_UNIX' || family === 'AF_INET') return;
  throw new ValueError(`Family ${family} is not recognized.`);
}
