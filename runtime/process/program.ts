import { ImportError, ModuleNotFoundError } from '../errors';
import { place } from './place';
import * as steps from './threads/faces';
import type { ModuleImage, ModuleRuntime, ProgramImage } from '../compiler/program-image';

export type Namespace = Readonly<Record<string, unknown>>;

/** The modules a program can import, by name. */
export type BuiltinModules = Readonly<Record<string, Namespace>>;

/** One module of the running program. */
export interface LoadedModule {
  readonly image: ModuleImage;
  readonly exports: Namespace;
  /** Functions and classes that can be pickled by name. */
  readonly definitions: Map<string, () => unknown>;
}

/** Runs the module; with threads, answers what does. */
type Evaluated = (runtime: ModuleRuntime) => (() => void) | undefined;

/** The copy of the program that this process runs. */
export class Program {
  readonly #modules = new Map<string, LoadedModule>();
  readonly #compiled = new Map<string, Evaluated>();

  #isMain = true;

  constructor(
    readonly image: ProgramImage,
    readonly builtins: BuiltinModules,
  ) {}

  /** The modules that have been loaded so far, by file name. */
  get modules(): ReadonlyMap<string, LoadedModule> {
    return this.#modules;
  }

  get entry(): string {
    return this.image.entry;
  }

  /** `import.meta.main` of the entry: false in a child, where Python calls the module `__mp_main__`. */
  get isMain(): boolean {
    return this.#isMain;
  }

  imageOf(name: string): ModuleImage | undefined {
    return this.image.modules.find((module) => module.name === name);
  }

  /** Compiles every module, so that running them later takes less time. What the engine refuses is told when it is run. */
  compile(): void {
    for (const image of this.image.modules) {
      try {
        this.#compiled.set(image.name, evaluate(image));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
  }

  /** Runs the entry module from the top. `isMain` is `import.meta.main`. */
  loadEntry(isMain: boolean): void {
    this.#isMain = isMain;
    this.#load(this.image.entry, isMain);
  }

  #load(name: string, isMain: boolean): LoadedModule {
    const loaded = this.#modules.get(name);
    if (loaded !== undefined) return loaded;
    const image = this.imageOf(name);
    if (image === undefined) throw new ModuleNotFoundError(`No module named '${name}'`);
    const exports: Record<string, unknown> = {};
    const module: LoadedModule = { image, exports, definitions: new Map() };
    // Registered first: modules that import each other see what is there already, as in JavaScript and in Python.
    this.#modules.set(name, module);
    const begin = this.#compiled.get(name) ?? evaluate(image);
    const run = begin(this.#runtimeOf(module, exports, isMain));
    if (run !== undefined) run();
    return module;
  }

  #runtimeOf(module: LoadedModule, exports: Record<string, unknown>, isMain: boolean): ModuleRuntime {
    return {
      place,
      steps,
      meta: { main: isMain },
      import: (specifier, names) => this.#import(specifier, names),
      define: (bindings) => {
        for (const [name, get] of Object.entries(bindings)) module.definitions.set(name, get);
      },
      export: (bindings) => {
        for (const [name, get] of Object.entries(bindings)) {
          Object.defineProperty(exports, name, { get, enumerable: true, configurable: true });
        }
      },
    };
  }

  #import(specifier: string, names: readonly string[]): Namespace {
    const builtin = Object.hasOwn(this.builtins, specifier) ? this.builtins[specifier] : undefined;
    const namespace = builtin ?? this.#load(specifier, false).exports;
    for (const name of names) {
      if (name in namespace) continue;
      const known = Object.keys(namespace).filter((key) => key !== 'default');
      throw new ImportError(`cannot import name '${name}' from '${specifier}', which has ${known.sort().join(', ')}`);
    }
    return namespace;
  }
}

function evaluate({ code, name }: ModuleImage): Evaluated {
  // Indirect, so that the program sees the global scope and nothing of ours.
  const indirectEval = globalThis.eval;
  return indirectEval(`${code}\n//# sourceURL=${name}`) as Evaluated;
}
