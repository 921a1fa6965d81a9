import { rulePathSource } from '../rule-path';
import { generatedNote, type HeaderFile, type Site } from './header-file';

/**
 * A server for nginx, to be included in `http`. Headers are variables that are empty where a rule has none: `add_header`
 * inherits by blocks and not by headers, and nginx sends no empty one.
 */
export function nginxConf({ rules, settings }: Site): HeaderFile {
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
  const others = rules.slice(1).flatMap(({ name, paths }) => paths.map((path) => ({ name, path })));
  const text = `# ${generatedNote}
map $uri $spawnpoint_rule {
  default page;
${others.map(({ name, path }) => `  "~^${settings.basePath}${rulePathSource(path)}$" ${name};`).join('\n')}
}
${names
  .map(
    (name) => `map $spawnpoint_rule ${variable(name)} {
${rules
  .filter(({ headers }) => headers[name] !== undefined)
  .map((rule) => `  ${rule.name} "${rule.headers[name] ?? ''}";`)
  .join('\n')}
}`,
  )
  .join('\n')}

server {
  listen 8080;
  # Holds the files of out/${settings.basePath === '' ? '' : `, in its folder ${settings.basePath}`}.
  root /srv/spawnpoint;
  index index.html;
  absolute_redirect off;
  server_tokens off;

  gzip on;
  gzip_vary on;
  gzip_min_length 1024;
  gzip_types text/css text/plain text/javascript application/javascript application/json image/svg+xml;
  # Beside the files, as the Dockerfile puts them; needs nginx's gzip_static module.
  # gzip_static on;

${names.map((name) => `  add_header ${name} ${variable(name)} always;`).join('\n')}

  error_page 404 ${settings.basePath}/404.html;
  location / {
    try_files $uri $uri/ =404;
  }
}
`;
  return { name: 'nginx.conf', text, isPublished: false };
}

function variable(header: string): string {
  return `$spawnpoint_${header.toLowerCase().replaceAll('-', '_')}`;
}
