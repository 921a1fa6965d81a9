import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headerRules, ruleFor } from '../hosting/header-rules';
import { hostingSettings } from '../hosting/settings';
import { freePort } from './free-port';
import { apache, caddy, nginx, type StaticServer } from './hosts/servers';

/*
 * `npm run hosts`, after `npm run export` with the same settings: serves `out/` with Caddy, nginx and Apache, as far as they
 * are on this machine, each with the file that was generated for it, and compares what they send with the table.
 */

const settings = hostingSettings();
const rules = headerRules(settings);
const missing = ['/en/nothing-is-here', '/_next/static/nothing-is-here.js'];
const paths = [...firstOfEachRule(), ...missing];
const folder = mkdtempSync(join(tmpdir(), 'spawnpoint-hosts-'));
// Servers read as somebody else.
chmodSync(folder, 0o755);
try {
  const root = join(folder, 'site');
  // The files lie as they are addressed: below the base path.
  cpSync('out', join(root, settings.basePath), { recursive: true });
  for (const server of [caddy, nginx, apache]) await examine(server, root);
} finally {
  rmSync(folder, { recursive: true });
}

async function examine({ name, start }: StaticServer, root: string): Promise<void> {
  const port = await freePort();
  const stop = await start({ root, port, folder });
  if (stop === null) return console.log(`${name} is not on this machine`);
  try {
    const faults = [];
    for (const path of paths) faults.push(...(await faultsOf(port, path)));
    console.log(faults.length === 0 ? `✓ ${name}` : `✕ ${name}\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await stop();
  }
}

/** One address for every rule, without the base path: the first file that gets it. */
function firstOfEachRule(): Iterable<string> {
  const files = readdirSync('out', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.(?:br|gz)$/.test(entry.name))
    .map((entry) => `/${join(entry.parentPath, entry.name).slice('out/'.length)}`)
    .map((path) => path.replace(/\/index\.html$/, '/'));
  return new Map(files.toReversed().map((path) => [ruleFor(rules, path).name, path])).values();
}

async function faultsOf(port: number, path: string): Promise<string[]> {
  const answer = await fetch(`http://localhost:${port}${settings.basePath}${path}`);
  const isMissing = missing.includes(path);
  const status = isMissing ? 404 : 200;
  const faults = answer.status === status ? [] : [`${path}: status ${answer.status} instead of ${status}`];
  // Nobody may keep that something is missing.
  const kept = isMissing ? { 'Cache-Control': 'no-cache' } : {};
  for (const [name, value] of Object.entries({ ...ruleFor(rules, path).headers, ...kept })) {
    const sent = answer.headers.get(name);
    if (sent !== value) faults.push(`${path}: ${name} is ${sent ?? 'missing'} instead of ${value}`);
  }
  return faults;
}
