import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { boxHeaders } from '../runtime/box/headers';
import { lateInspectPlugin } from './build-runtime/late-inspect-plugin';
import { nameClasses } from './build-runtime/name-classes';
import { stepsPlugin } from './build-runtime/steps-plugin';

/*
 * Builds the runtime for both platforms: `public/runtime/box.html`, one file with all its scripts inside, because inside
 * the box nothing can be fetched; and `dist/node/`, the same workers as threads, and the command line.
 */

const root = join(import.meta.dirname, '..');

/** Python names classes in its texts, so the bundle keeps their names. */
const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  keepNames: true,
  // Static blocks and private members are in every browser that has Atomics.waitAsync.
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
};

/** Firefox has no `Symbol.dispose` yet, and the library's classes have methods of that name. Those esbuild writes for `using` agree. */
const symbols = ['dispose', 'asyncDispose'].map((name) => `Symbol.${name}??=Symbol.for("Symbol.${name}");`).join('');

const processPlugins = [lateInspectPlugin];
const threadsPlugins = [...processPlugins, stepsPlugin];

await Promise.all([buildBox(), buildNode()]);

async function buildBox(): Promise<void> {
  const [kernel, process, threads, box] = await Promise.all([
    classicScript('runtime/platform/web-kernel.ts'),
    classicScript('runtime/platform/web-process.ts', processPlugins),
    classicScript('runtime/platform/web-threads.ts', threadsPlugins),
    classicScript('runtime/box/box.ts'),
  ]);
  const html = `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${boxHeaders['Content-Security-Policy']}">
<title>Spawnpoint box</title>
<script type="text/plain" id="kernel-source">${inline(kernel)}</script>
<script type="text/plain" id="process-source">${inline(process)}</script>
<script type="text/plain" id="threads-source">${inline(threads)}</script>
<script>${inline(box)}</script>
`;
  const folder = join(root, 'public/runtime');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'box.html'), html);
}

async function buildNode(): Promise<void> {
  const folder = join(root, 'dist/node');
  await mkdir(folder, { recursive: true });
  const cli: BuildOptions = { ...shared, platform: 'node', format: 'esm', packages: 'external' };
  // Node starts a thread from one CommonJS file in two thirds of the time that modules take.
  const classic = (name: string, plugins: Plugin[] = []) =>
    minified({ entryPoints: [`runtime/platform/node-${name}.ts`], platform: 'node', format: 'cjs', plugins });
  const worker = async (name: string, plugins?: Plugin[]) => {
    const code = `(function (require) {${await classic(name, plugins)}})`;
    const file = join(folder, `${name}.cjs`);
    await writeFile(file, code);
    await writeFile(`${file}.cache`, compiled(code));
  };
  await Promise.all([
    build({ ...cli, outfile: join(folder, 'cli.js'), entryPoints: ['runtime/platform/cli.ts'] }),
    classic('load').then((code) => writeFile(join(folder, 'load.cjs'), code)),
    worker('kernel'),
    worker('process', processPlugins),
    worker('threads', threadsPlugins),
  ]);
}

/** V8's code of a script, with all functions in it: those it leaves out, each thread compiles when they are first called. */
function compiled(code: string): Buffer {
  setFlagsFromString('--no-lazy');
  const script = new Script(code);
  // A cache made with other flags than those at run time would be refused.
  setFlagsFromString('--lazy');
  return script.createCachedData();
}

function classicScript(entry: string, plugins: Plugin[] = []): Promise<string> {
  const banner = { js: symbols };
  return minified({ entryPoints: [entry], plugins, format: 'iife', banner, platform: 'browser' });
}

async function minified(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...shared, ...options, minify: true, write: false });
  return nameClasses(outputFiles[0]?.text ?? '');
}

/** Text that may stand inside a script element. */
function inline(script = ''): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
