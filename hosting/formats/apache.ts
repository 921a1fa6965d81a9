import { generatedNote, type HeaderFile, type Site } from './header-file';
import { exclusivePaths } from './exclusive-paths';
import { rulePathSource } from '../rule-path';

/** `.htaccess` for Apache 2.4 with mod_headers; the folder needs `AllowOverride FileInfo Indexes`. */
export function htaccess({ rules, settings }: Site): HeaderFile {
  const blocks = exclusivePaths(rules).map(({ path, except, headers }) => {
    const rest = path.endsWith('/*') ? `${rulePathSource(path.slice(0, -1))}${except}.*` : rulePathSource(path);
    const lines = Object.entries(headers).map(([name, value]) => `  Header ${conditionOf(name)}set ${name} "${value}"`);
    return `<If "%{REQUEST_URI} =~ m#^${settings.basePath}${rest}$#">\n${lines.join('\n')}\n</If>`;
  });
  const text = `# ${generatedNote}
DirectoryIndex index.html
ErrorDocument 404 ${settings.basePath}/404.html
AddType text/javascript .js
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/plain text/javascript application/json image/svg+xml
</IfModule>

${blocks.join('\n')}
`;
  return { name: '.htaccess', text, isPublished: true };
}

/** What is missing now may be there after the next build: only what is found is kept. */
function conditionOf(name: string): string {
  return name === 'Cache-Control' ? '' : 'always ';
}
