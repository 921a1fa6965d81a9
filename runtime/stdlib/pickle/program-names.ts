import { AttributeError, ModuleNotFoundError, pythonModule } from '../../errors';
import { currentOrNull } from '../../process/context';
import { functionEntryOf } from '../../process/function-entry';
import type { LoadedModule, Program } from '../../process/program';
import { type GlobalName, type Names, isClass } from './names';
import { wellKnownName, wellKnownRoot } from './well-known';

const MAIN = '__main__';
const MAIN_OF_CHILD = '__mp_main__';
const LANGUAGE = 'builtins';
/** What the library pickles by name and does not export. */
const INTERNAL = 'multiprocessing.reduction';

const internals = new Map<string, unknown>();
const internalNames = new WeakMap<object, GlobalName>();

/** Gives a function or class of the library that no module exports a name, so that it can be pickled. */
export function internal<T extends object>(name: string, value: T): T {
  if (internals.has(name)) throw new TypeError(`Cannot register a name twice: ${name}`);
  internals.set(name, value);
  internalNames.set(value, { module: INTERNAL, qualname: name });
  return value;
}

/** The names of the program that this process runs, of the modules it can import, and of the language. */
export class ProgramNames implements Names {
  readonly #program: () => Program | null;
  readonly #known = new WeakMap<object, GlobalName>();
  readonly #modules = new WeakSet();
  #modulesSeen = -1;

  constructor(program: () => Program | null) {
    this.#program = program;
  }

  nameOf(value: object): GlobalName | null {
    const known = this.#known.get(value);
    if (known !== undefined && this.#lookUp(known) === value) return known;
    const name = this.#search(value);
    if (name !== null) this.#known.set(value, name);
    return name;
  }

  find(module: string, qualname: string): unknown {
    const value = this.#lookUp({ module, qualname });
    if (value !== undefined) return value;
    throw this.#hasModule(module)
      ? new AttributeError(`Can't get attribute '${qualname}' on ${this.#describeModule(module)}`)
      : new ModuleNotFoundError(`No module named '${module}'`);
  }

  describe(value: object): GlobalName {
    const program = this.#program();
    if (program !== null) {
      for (const [file, { image }] of program.modules) {
        const qualname = functionEntryOf(image, value)?.[2];
        if (qualname !== undefined) return { module: this.#displayName(moduleName(program, file)), qualname };
      }
    }
    const declared: unknown = (value as { [pythonModule]?: unknown })[pythonModule];
    const name = (value as { name?: unknown }).name;
    return {
      module: typeof declared === 'string' ? declared : this.#displayName(MAIN),
      qualname: typeof name === 'string' && name !== '' ? name : isClass(value) ? '<class>' : '<lambda>',
    };
  }

  isModule(value: object): boolean {
    const program = this.#program();
    if (program === null) return false;
    if (program.modules.size !== this.#modulesSeen) {
      this.#modulesSeen = program.modules.size;
      for (const { exports } of program.modules.values()) this.#modules.add(exports);
      for (const namespace of Object.values(program.builtins)) {
        this.#modules.add(namespace);
        if (isObject(namespace['default'])) this.#modules.add(namespace['default']);
      }
    }
    return this.#modules.has(value);
  }

  #search(value: object): GlobalName | null {
    const known = internalNames.get(value);
    if (known !== undefined) return known;
    return this.#searchProgram(value) ?? this.#searchModules(value) ?? this.#searchLanguage(value);
  }

  #searchProgram(value: object): GlobalName | null {
    const program = this.#program();
    if (program === null) return null;
    for (const [file, { image, definitions }] of program.modules) {
      const module = moduleName(program, file);
      const defined = functionEntryOf(image, value)?.[2];
      const candidates = defined === undefined ? [] : [defined, defined.replace(/[^.]+$/, 'prototype.$&')];
      for (const qualname of candidates) if (this.#lookUp({ module, qualname }) === value) return { module, qualname };
      for (const [name, get] of definitions) {
        const qualname = memberName(name, attempt(get), value);
        if (qualname !== null) return { module, qualname };
      }
    }
    return null;
  }

  #searchModules(value: object): GlobalName | null {
    for (const [specifier, namespace] of Object.entries(this.#program()?.builtins ?? {})) {
      for (const [name, exported] of Object.entries(namespace)) {
        const qualname = name === 'default' ? null : memberName(name, exported, value);
        if (qualname !== null) return { module: specifier.replaceAll('/', '.'), qualname };
      }
    }
    return null;
  }

  #searchLanguage(value: object): GlobalName | null {
    const qualname = wellKnownName(value);
    const name = qualname === undefined ? null : { module: LANGUAGE, qualname };
    return name !== null && this.#lookUp(name) === value ? name : null;
  }

  #lookUp({ module, qualname }: GlobalName): unknown {
    const simple = this.#root(module, qualname);
    if (simple !== undefined || !qualname.includes('.')) return simple;
    const [first = '', ...rest] = qualname.split('.');
    let value = this.#root(module, first);
    for (const part of rest) {
      if (!isObject(value)) return undefined;
      value = (value as Record<string, unknown>)[part];
    }
    return value;
  }

  #root(module: string, name: string): unknown {
    if (module === INTERNAL) return internals.get(name);
    const program = this.#program();
    const get = program === null ? undefined : moduleOf(program, module)?.definitions.get(name);
    if (get !== undefined) return attempt(get);
    const specifier = module.replaceAll('.', '/');
    if (program !== null && Object.hasOwn(program.builtins, specifier)) {
      const namespace = program.builtins[specifier];
      if (namespace !== undefined && Object.hasOwn(namespace, name)) return namespace[name];
    }
    return module === LANGUAGE ? wellKnownRoot(name) : undefined;
  }

  #hasModule(module: string): boolean {
    const program = this.#program();
    if (module === INTERNAL || module === LANGUAGE || program === null) return true;
    return moduleOf(program, module) !== undefined || Object.hasOwn(program.builtins, module.replaceAll('.', '/'));
  }

  #describeModule(module: string): string {
    const program = this.#program();
    const file = program === null ? undefined : moduleOf(program, module)?.image.name;
    return `<module '${this.#displayName(module)}' ${file === undefined ? '(built-in)' : `from '${file}'`}>`;
  }

  #displayName(module: string): string {
    // In a child the entry module is called differently.
    return module === MAIN && this.#program()?.isMain === false ? MAIN_OF_CHILD : module;
  }
}

/** Of no program before there is a process: the worker has not become one yet, or a test uses the library alone. */
export const programNames = new ProgramNames(() => currentOrNull()?.program ?? null);

function moduleOf(program: Program, module: string): LoadedModule | undefined {
  if (module === MAIN || module === MAIN_OF_CHILD) return program.modules.get(program.entry);
  for (const [file, loaded] of program.modules) if (moduleName(program, file) === module) return loaded;
  return undefined;
}

function moduleName(program: Program, file: string): string {
  return file === program.entry
    ? MAIN
    : file
        .replace(/^\.\//, '')
        .replace(/\.[jt]sx?$/, '')
        .replaceAll('/', '.');
}

/** `name` if the value is what it stands for, `name.member` if it is a static member or a method of that. */
function memberName(name: string, holder: unknown, value: object): string | null {
  if (holder === value) return name;
  const member = (value as { name?: unknown }).name;
  if (!isObject(holder) || typeof member !== 'string') return null;
  if (ownValue(holder, member) === value) return `${name}.${member}`;
  const prototype = ownValue(holder, 'prototype');
  return isObject(prototype) && ownValue(prototype, member) === value ? `${name}.prototype.${member}` : null;
}

function ownValue(holder: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, name)?.value;
}

/** What a binding of the program holds; nothing if it has not been initialized yet. */
function attempt(get: () => unknown): unknown {
  try {
    return get();
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
