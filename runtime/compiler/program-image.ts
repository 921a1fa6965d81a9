/** What the compiler hands to a machine: every module of a program, ready to be evaluated in a process. */
export interface ProgramImage {
  /** Name of the module that runs as `__main__`, e.g. `main.ts`. */
  readonly entry: string;
  readonly modules: readonly ModuleImage[];
  /** Its functions are in steps, for threads: it needs a process that has the library in steps as well. */
  readonly hasThreads: boolean;
}

/** The bytes every process of a machine starts from, as JSON. */
export interface MachineImage {
  readonly program: ProgramImage;
  /** `sys.argv`. */
  readonly argv: readonly string[];
}

export interface ModuleImage {
  /** File name as the learner knows it; tracebacks say `main.ts:LINE:COLUMN`. */
  readonly name: string;
  /** The learner's TypeScript, for the lines a traceback quotes. */
  readonly source: string;
  /**
   * An expression whose value is `(runtime: ModuleRuntime) => void`, or with threads one that answers what runs it. Evaluated by indirect `eval` with a
   * `//# sourceURL` of `name`; positions in its stack frames are translated by `mappings`.
   */
  readonly code: string;
  /** Per line of `code`: flat triples `[column, sourceLine, sourceColumn]`, all zero-based, ascending by column. */
  readonly mappings: readonly (readonly number[])[];
  /** Every function and class of `code`. */
  readonly functions: readonly FunctionEntry[];
}

/**
 * Where a function or class stands in the code (offsets; the text is what its `toString()` answers); its name as
 * CPython's `__qualname__`: `C.make`, `outer.<locals>.inner`, `<lambda>`, `A.__init__`; the names of the arguments it must
 * have, and how many it takes at most, −1 being any number.
 */
export type FunctionEntry = readonly [start: number, end: number, qualname: string, required: readonly string[], most: number];

/** What compiled code calls. */
export interface ModuleRuntime {
  /** The exports of a built-in module or of another module of the program; raises ImportError for a missing name. */
  import(specifier: string, names: readonly string[]): Record<string, unknown>;
  /**
   * Where the program stands, written before each call of the library: the module's index in the image, the line (16 bits)
   * and the column (8 bits), both from one; the name of the variable that what is being made is for; and a value that is
   * about to be passed.
   */
  readonly place: { at: number; naming: string; kept: unknown };
  /** What code in steps calls. */
  readonly steps: object;
  /** `import.meta`. */
  readonly meta: { readonly main: boolean };
  /** Makes top-level functions and classes findable by name, so that they can be pickled. */
  define(bindings: Record<string, () => unknown>): void;
  /** Publishes the module's exports as live getters. */
  export(bindings: Record<string, () => unknown>): void;
}
