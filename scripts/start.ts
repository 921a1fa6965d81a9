import { spawn, spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { reasonToBuild } from './reason-to-build';

/*
 * `npm start`: builds what is not built or is older than its sources, then serves the site; with --host to everybody on the
 * network, over https, because browsers isolate only what is secure.
 */

const DEFAULT_PORT = 3000;

const shared = ['package-lock.json', 'tsconfig.json'];
const runtimeSources = ['runtime', 'scripts/build-runtime.ts', ...shared];
const typesSources = ['runtime', 'scripts/build-types.ts', 'scripts/build-python-map.ts', 'scripts/reference', ...shared];
const siteBuild = process.env['NEXT_DIST_DIR'] ?? '.next';
const builds = [
  { what: 'the runtime', script: 'build:runtime', product: 'public/runtime/box.html', sources: runtimeSources },
  {
    what: "the editor's types",
    script: 'build:types',
    product: 'public/runtime/types.json',
    sources: typesSources,
  },
  {
    what: 'embed.js',
    script: 'build:embed',
    product: 'public/embed.js',
    sources: ['embed', 'scripts/build-embed.ts', ...shared],
  },
  {
    what: 'the fonts',
    script: 'build:fonts',
    product: 'dist/fonts/jetbrains-mono.woff2',
    sources: ['scripts/build-fonts.ts', ...shared],
  },
  {
    what: 'the site',
    script: 'build:site',
    product: join(siteBuild, 'BUILD_ID'),
    sources: [
      'app',
      'embed',
      'content',
      'hosting',
      'scripts/build-fonts.ts',
      // The reference pages.
      ...typesSources,
      'mdx-components.tsx',
      'next.config.ts',
      'postcss.config.mjs',
    ],
  },
  // A bare `next build` leaves the scripts in its pages, and the site's policy forbids them.
  {
    what: "the scripts of the site's pages",
    script: 'build:scripts',
    product: join(siteBuild, 'SCRIPTS_EXTRACTED'),
    sources: [join(siteBuild, 'BUILD_ID'), 'scripts/extract-scripts.ts', 'scripts/export'],
  },
];

const isForNetwork = process.argv.includes('--host');
const port = Number(process.env['PORT'] ?? DEFAULT_PORT);
if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`PORT is not a port: ${String(process.env['PORT'])}`);
if (!(await isFree(port))) stop(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`);

for (const { what, script, product, sources } of builds) {
  const reason = reasonToBuild(product, sources);
  if (reason === null) continue;
  console.log(`Building ${what} (${reason}) …`);
  if (npm('run', '--silent', script) !== 0) stop(`Cannot build ${what}: see the messages above`);
}

const command = isForNetwork
  ? ['--import', 'tsx', 'scripts/lan/serve-lan.ts']
  : ['node_modules/next/dist/bin/next', 'start', '--port', String(port)];
const server = spawn(process.execPath, command, {
  stdio: ['ignore', isForNetwork ? 'inherit' : 'ignore', 'inherit'],
  env: { ...process.env, PORT: String(port), NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
await accepts(port);
if (!isForNetwork) console.log(`Spawnpoint is at http://localhost:${port} (Ctrl+C stops it)`);

function npm(...args: string[]): number | null {
  // A shell finds npm.cmd on Windows.
  return spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status;
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function isFree(number: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(number, () => probe.close(() => resolve(true)));
  });
}

/** Resolves when the server takes connections; its end ends this program before that. */
function accepts(number: number): Promise<void> {
  return new Promise((resolve) => {
    const attempt = () => {
      const socket = connect(number, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve();
      });
      socket.once('error', () => setTimeout(attempt, 100));
    };
    attempt();
  });
}
