import type { HeaderRule } from '../header-rules';
import { rulePathSource } from '../rule-path';
import { generatedNote, type HeaderFile, type Site } from './header-file';

/** A Caddyfile. `SITE_ADDRESS` may name a host, and Caddy then gets a certificate for it. */
export function caddyfile({ rules, settings }: Site): HeaderFile {
  const text = `# ${generatedNote}
{
\tadmin off
}

{$SITE_ADDRESS::8080} {
\t# Holds the files of out/${settings.basePath === '' ? '' : `, in its folder ${settings.basePath}`}.
\troot * {$SITE_ROOT:/srv/spawnpoint}
\tencode zstd gzip

${rules.map((rule, index) => headerBlock(rule, rules.slice(index + 1), settings.basePath)).join('\n\n')}

\tfile_server {
\t\tprecompressed br gzip
\t}

\thandle_errors {
\t\t# What is missing now may be there after the next build.
\t\theader Cache-Control no-cache
\t\trewrite * ${settings.basePath}/404.html
\t\tfile_server
\t}
}
`;
  return { name: 'Caddyfile', text, isPublished: false };
}

function headerBlock({ name, paths, headers }: HeaderRule, later: readonly HeaderRule[], basePath: string): string {
  const matcher = `@${name} {\n\t\tpath_regexp ${pattern(paths, basePath)}\n${
    later.length === 0
      ? ''
      : `\t\tnot path_regexp ${pattern(
          later.flatMap((rule) => rule.paths),
          basePath,
        )}\n`
  }\t}`;
  const lines = Object.entries(headers).map(([header, value]) => `\t\t${header} "${value}"`);
  return `\t${matcher}\n\theader @${name} {\n${lines.join('\n')}\n\t}`;
}

function pattern(paths: readonly string[], basePath: string): string {
  return `^(?:${paths.map((path) => basePath + rulePathSource(path)).join('|')})$`;
}
