import type { ProgramFile } from '../session/program-files';

/** A program as a folder that runs in Node: what the zip of a download holds. */
export function projectFiles(files: readonly ProgramFile[], site: string): Readonly<Record<string, string>> {
  const description = {
    name: 'my-program',
    private: true,
    type: 'module',
    scripts: { start: 'spawnpoint run main.ts' },
    engines: { node: '>=20.9' },
  };
  const readme = `# A program from Spawnpoint

It came from ${site} and runs in a terminal as it does there, with real threads of Node as its processes:

    npx spawnpoint run main.ts

\`spawnpoint\` is the command of the Spawnpoint project. From a clone of it, after \`npm ci\`: \`node bin/spawnpoint.mjs run PATH/main.ts\`.
`;
  const sources = Object.fromEntries(files.map(({ name, source }) => [name, source]));
  return { ...sources, 'package.json': `${JSON.stringify(description, null, 2)}\n`, 'README.md': readme };
}
