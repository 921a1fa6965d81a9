import { compile, type ModuleImage, type ModuleRuntime, type ProgramImage, type SourceFile } from '.';

/*
 * Runs compiled programs in tests, with as little as the compiler expects of a process.
 */

export type Namespace = Record<string, unknown>;

export interface RanModule {
  readonly image: ModuleImage;
  readonly exports: Namespace;
  readonly definitions: Map<string, () => unknown>;
}

export interface RanProgram {
  readonly image: ProgramImage;
  readonly modules: ReadonlyMap<string, RanModule>;
  readonly main: RanModule;
  /** Everything that the program passed to `log`. */
  readonly logged: readonly unknown[];
  /** `import(specifier, names)` of all modules, in order. */
  readonly imported: readonly (readonly [specifier: string, names: readonly string[]])[];
}

const library: Readonly<Record<string, Namespace>> = {
  os: { getpid: () => 4101, cpuCount: () => 2, self: whoAmI },
  sys: { argv: ['main.ts'], default: { isDefault: true } },
  time: { time: () => 0.5 },
  _system: { handle: 7 },
};

function whoAmI(this: unknown): unknown {
  return this;
}

/** Runs a program to the end of its entry. A text is all of `main.ts`. */
export function run(files: string | readonly SourceFile[], { isMain = true } = {}): RanProgram {
  return runImage(compile(typeof files === 'string' ? [{ name: 'main.ts', source: files }] : files), { isMain });
}

export function runImage(image: ProgramImage, { isMain = true } = {}): RanProgram {
  const modules = new Map<string, RanModule>();
  const place = { at: 0, naming: '', kept: undefined };
  const logged: unknown[] = [];
  const imported: [string, readonly string[]][] = [];

  const load = (name: string, main: boolean): RanModule => {
    const known = modules.get(name);
    if (known !== undefined) return known;
    const found = image.modules.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no module ${name}`);
    const module: RanModule = { image: found, exports: {}, definitions: new Map() };
    modules.set(name, module);
    evaluate(found)({
      place,
      steps: {},
      meta: { main },
      import(specifier, names) {
        imported.push([specifier, names]);
        return library[specifier] ?? load(specifier, false).exports;
      },
      define(bindings) {
        for (const [binding, get] of Object.entries(bindings)) module.definitions.set(binding, get);
      },
      export(bindings) {
        for (const [binding, get] of Object.entries(bindings)) {
          Object.defineProperty(module.exports, binding, { get, enumerable: true, configurable: true });
        }
      },
    });
    return module;
  };

  const scope = globalThis as { log?: (...values: unknown[]) => void };
  scope.log = (...values) => void logged.push(...values);
  const main = load(image.entry, isMain);
  return { image, modules, main, logged, imported };
}

/** As a process does. */
export function evaluate({ code, name }: ModuleImage): (runtime: ModuleRuntime) => void {
  const indirectEval = globalThis.eval;
  return indirectEval(`${code}\n//# sourceURL=${name}`) as (runtime: ModuleRuntime) => void;
}

/** What a program logs. */
export function logOf(files: string | readonly SourceFile[], options?: { isMain?: boolean }): readonly unknown[] {
  return run(files, options).logged;
}
