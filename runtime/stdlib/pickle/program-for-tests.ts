import { type BuiltinModules, Program } from '../../process/program';

/** Stands for what the compiler makes of a program: a function or class of it is found by its text. */
export interface Source {
  /** Statements. `outer` and the like are made known to the pickler by `definitions`. */
  readonly body: string;
  /** Texts of functions and classes in `body` and their qualified names. */
  readonly functions?: Readonly<Record<string, string>>;
  readonly definitions: readonly string[];
}

/** A program that runs in this thread, of the modules given; `main.ts` is its entry. */
export function programOf(sources: Readonly<Record<string, Source>>, builtins: BuiltinModules = {}): Program {
  const modules = Object.entries(sources).map(([name, { body, definitions, functions = {} }]) => {
    const list = definitions.map((definition) => `${definition}: () => ${definition}`).join(', ');
    const code = `(function (runtime) { 'use strict'; runtime.define({ ${list} });\n${body}\n})`;
    const offsets = Object.entries(functions).map(([text, qualname]) => {
      const start = code.indexOf(text);
      // What follows a text may be given too, to tell it from another of the same words.
      return [start, start + text.replace(/[,;]$/, '').length, qualname, [], -1] as const;
    });
    return { name, source: body, code, mappings: [], functions: offsets };
  });
  return new Program({ hasThreads: false, entry: 'main.ts', modules }, builtins);
}
