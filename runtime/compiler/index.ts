import { CompileError } from './compile-error';
import { compileModule } from './compile-module';
import { type ExportedNames, exportedNames } from './exported-names';
import { type ParsedModule, parse, type SourceFile } from './parse';
import type { ModuleImage, ProgramImage } from './program-image';
import { resolve } from './resolve';
import { withThreads } from './steps/with-threads';

export { CompileError } from './compile-error';
export { knownModules } from './known-modules';
export type { SourceFile } from './parse';
export type { MachineImage, ModuleImage, ModuleRuntime, ProgramImage } from './program-image';

/**
 * Compiles the entry and what it imports, to run in processes.
 *
 * @param files - the learner's files; those that nothing imports are left out.
 * @param entry - the file that runs as `__main__`.
 * @throws CompileError - the program cannot run; nothing of it should be started.
 */
export function compile(files: readonly SourceFile[], entry = 'main.ts'): ProgramImage {
  const sources = new Map(files.map((file) => [file.name, file]));
  const names: ReadonlySet<string> = new Set(sources.keys());
  const parsed = new Map<string, ParsedModule>();
  const exported = new Map<string, ExportedNames>();

  const load = (name: string): ParsedModule => {
    const known = parsed.get(name);
    if (known !== undefined) return known;
    const file = sources.get(name);
    if (file === undefined) throw new CompileError(name, 1, 1, `Cannot find the program's file '${name}'`);
    const module = parse(file);
    parsed.set(name, module);
    exported.set(name, exportedNames(module.program));
    return module;
  };

  const exportsOf = (name: string, asked: ReadonlySet<string> = new Set()): ReadonlyMap<string, string> => {
    const all = new Map<string, string>();
    if (asked.has(name)) return all;
    load(name);
    const { own, stars } = exported.get(name) ?? { own: [], stars: [] };
    for (const star of stars) {
      const resolution = resolve(star, name, names);
      if (resolution.kind !== 'program') continue;
      for (const [other, file] of exportsOf(resolution.name, new Set([...asked, name]))) {
        if (other !== 'default') all.set(other, file);
      }
    }
    for (const one of own) all.set(one, name);
    return all;
  };

  const modules = new Map<string, ModuleImage>();
  const texts = new Map<string, number>();
  let hasThreads = false;
  const waiting = [entry];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (modules.has(name)) continue;
    const importing = name;
    const { image, imports, libraries } = compileModule(
      load(name),
      (specifier) => resolve(specifier, importing, names),
      exportsOf,
      modules.size,
      texts,
    );
    modules.set(name, image);
    waiting.push(...imports);
    hasThreads ||= needsThreads(libraries, image.source);
  }
  const images = [...modules.values()];
  return { entry, modules: hasThreads ? images.map(withThreads) : images, hasThreads };
}

/** Modules for which there are threads, and those that have something with threads among other things. */
const THREADED = new Set(['concurrent/futures/thread', 'multiprocessing/dummy', 'multiprocessing/dummy/connection', 'threading']);
const PARTLY_THREADED = new Set(['concurrent/futures', 'multiprocessing/pool']);

function needsThreads(libraries: readonly string[], source: string): boolean {
  return libraries.some((name) => THREADED.has(name) || (PARTLY_THREADED.has(name) && source.includes('ThreadPool')));
}
