import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';
import { knownModules } from '../runtime/compiler/known-modules';
import { sourceOfModule } from './module-source';
import { nameMembers } from './reference/name-members';
import { pythonNames } from './reference/python-names';
import { readLibrary } from './reference/read-library';

/*
 * Writes the declarations of every module a program can import, docstrings included: `public/runtime/types.json` for the
 * editor, and `dist/types/` for the type check of the lessons' programs. They are made from the sources, so a hover text
 * is always that of the code that runs. `dist/reference.json` has the same texts for the reference pages.
 */

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist/types');

const declarations = emitDeclarations();
const files = { ...entriesOf(declarations), ...reachable(declarations) };
await writeTypes(files);
await writeForEditor(files);
await writeFile(join(root, 'dist/reference.json'), JSON.stringify(nameMembers(readLibrary(), pythonNames.modules)));
await import('./build-python-map');

/** Declarations of the library by path below the project, such as `runtime/stdlib/os.d.ts`. */
function emitDeclarations(): Map<string, string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram({
    rootNames: knownModules.map((name) => sourceOfModule(name)),
    options: {
      ...parsed.options,
      noEmit: false,
      incremental: false,
      declaration: true,
      emitDeclarationOnly: true,
      stripInternal: true,
      rootDir: root,
      outDir: output,
    },
  });
  const written = new Map<string, string>();
  program.emit(undefined, (path, text) => written.set(relative(output, path).replaceAll('\\', '/'), text));
  return written;
}

/** One small file per module, where an import of its name finds it. */
function entriesOf(emitted: ReadonlyMap<string, string>): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const module of knownModules) {
    const path = relative(root, sourceOfModule(module)).replaceAll('\\', '/').replace(/\.ts$/, '');
    if (!emitted.has(`${path}.d.ts`)) throw new Error(`Cannot find the declarations of a module: ${module}`);
    const place = posix.relative(module, path);
    entries[`${module}/index.d.ts`] = `export * from '${place}';\nexport { default } from '${place}';\n`;
  }
  return entries;
}

/** What the modules' declarations import, and nothing else of the runtime. */
function reachable(emitted: ReadonlyMap<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  const open = knownModules.map((module) =>
    relative(root, sourceOfModule(module)).replaceAll('\\', '/').replace(/\.ts$/, '.d.ts'),
  );
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = emitted.get(path);
    if (text === undefined || path in found) continue;
    found[path] = text;
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const stem = posix.join(dirname(path), fileName);
      open.push(`${stem}.d.ts`, `${stem}/index.d.ts`);
    }
  }
  return found;
}

async function writeTypes(types: Readonly<Record<string, string>>): Promise<void> {
  await rm(output, { recursive: true, force: true });
  for (const [path, text] of Object.entries(types)) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), text);
  }
}

async function writeForEditor(types: Readonly<Record<string, string>>): Promise<void> {
  const environment = await readFile(join(root, 'runtime/environment.d.ts'), 'utf8');
  const files = Object.fromEntries(Object.entries(types).map(([path, text]) => [`file:///node_modules/${path}`, text]));
  // The global scope is a library, as the DOM's is in an editor for pages.
  const libs = { 'lib.program.d.ts': environment };
  await mkdir(join(root, 'public/runtime'), { recursive: true });
  await writeFile(join(root, 'public/runtime/types.json'), JSON.stringify({ files, libs }));
}
