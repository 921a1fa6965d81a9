import { disjointRules } from './disjoint-rules';
import { generatedNote, type HeaderFile, type Site } from './header-file';

/** `_headers`, which Cloudflare Pages and Netlify read from the folder that is published. */
export function headersFile(site: Site): HeaderFile {
  const blocks = disjointRules(site).map(({ path, headers }) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return { name: '_headers', text: `# ${generatedNote}\n${blocks.join('\n')}\n`, isPublished: true };
}

/** The same for who keeps Netlify's settings in the repository. */
export function netlifyToml(site: Site): HeaderFile {
  const blocks = disjointRules(site).map(({ path, headers }) =>
    [
      '[[headers]]',
      `for = ${JSON.stringify(path)}`,
      '[headers.values]',
      ...Object.entries(headers).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
    ].join('\n'),
  );
  const build = '[build]\ncommand = "npm run export"\npublish = "out"';
  return { name: 'netlify.toml', text: `# ${generatedNote}\n${build}\n\n${blocks.join('\n\n')}\n`, isPublished: false };
}
