import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { boxHeaders } from '../runtime/box/headers';
import { lateInspectPlugin } from './build-runtime/late-inspect-plugin';
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
  const node: BuildOptions = { ...shared, platform: 'node', outdir: join(root, 'dist/node') };
  // Node starts a thread from one CommonJS file in two thirds of the time that modules take.
  const workers: BuildOptions = { ...node, format: 'cjs', minify: true, outExtension: { '.js': '.cjs' } };
  await Promise.all([
    build({ ...node, format: 'esm', packages: 'external', entryPoints: { cli: 'runtime/platform/cli.ts' } }),
    build({ ...workers, entryPoints: { kernel: 'runtime/platform/node-kernel.ts' } }),
    build({ ...workers, plugins: processPlugins, entryPoints: { process: 'runtime/platform/node-process.ts' } }),
    build({ ...workers, plugins: threadsPlugins, entryPoints: { threads: 'runtime/platform/node-threads.ts' } }),
  ]);
}

async function classicScript(entry: string, plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [entry],
    plugins,
    format: 'iife',
    banner: { js: symbols },
    platform: 'browser',
    minify: true,
    charset: 'utf8',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Text that may stand inside a script element. */
function inline(script = ''): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
