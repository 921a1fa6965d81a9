import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Serving {
  /** Folder with the files, as they are addressed. */
  readonly root: string;
  readonly port: number;
  /** For configurations. */
  readonly folder: string;
}

export interface StaticServer {
  readonly name: string;
  /** Answers how to stop it, or null: it is not on this machine. */
  start(serving: Serving): Promise<(() => Promise<void>) | null>;
}

const CONFIGURATIONS = 'dist/hosts';

export const caddy: StaticServer = {
  name: 'Caddy',
  start: ({ root, port }) =>
    run('caddy', ['run', '--config', join(CONFIGURATIONS, 'Caddyfile'), '--adapter', 'caddyfile'], port, {
      SITE_ROOT: root,
      SITE_ADDRESS: `:${port}`,
    }),
};

export const nginx: StaticServer = {
  name: 'nginx',
  start({ root, port, folder }) {
    const server = readFileSync(join(CONFIGURATIONS, 'nginx.conf'), 'utf8')
      .replace('listen 8080;', `listen ${port};`)
      .replace('root /srv/spawnpoint;', `root ${root};`);
    const file = join(folder, 'nginx.conf');
    writeFileSync(
      file,
      `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events {}
http { include /etc/nginx/mime.types; access_log off; ${server} }`,
    );
    return run('nginx', ['-c', file, '-e', join(folder, 'nginx.log')], port);
  },
};

export const apache: StaticServer = {
  name: 'Apache',
  start({ root, port, folder }) {
    const file = join(folder, 'httpd.conf');
    const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate'];
    const loads = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    writeFileSync(
      file,
      `${loads.join('\n')}
Listen ${port}
ServerName localhost
PidFile ${folder}/apache.pid
ErrorLog ${folder}/apache.log
TypesConfig /etc/mime.types
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`,
    );
    return run('apache2', ['-X', '-f', file], port);
  },
};

async function run(
  command: string,
  words: readonly string[],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<(() => Promise<void>) | null> {
  if (spawnSync(command, ['-v']).error !== undefined) return null;
  const server = spawn(command, words, { stdio: 'ignore', env: { ...process.env, ...env } });
  const exited = once(server, 'exit');
  const stop = async () => {
    server.kill();
    await exited;
  };
  try {
    await answers(server, port);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function answers(server: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended with ${server.exitCode}`);
    try {
      await fetch(`http://localhost:${port}/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${server.spawnfile} does not answer at port ${port}`);
}
