import type { Literal } from 'acorn';
import type { CodeWriter } from './code-writer';
import type { ParsedModule } from './parse';
import type { Resolution } from './resolve';

export type Resolve = (specifier: string) => Resolution;
type FoundModule = Exclude<Resolution, { kind: 'missing' }>;

/** What the module takes from one other module. */
export interface Source {
  readonly kind: 'library' | 'program';
  /** How the runtime knows it. */
  readonly module: string;
  /** What the compiled code calls what it imports. */
  readonly variable: string;
  readonly names: Set<string>;
  /** Declarations of imported names, `imported` null for all of the module. */
  readonly bindings: { readonly local: string; readonly imported: string | null }[];
  /** Where it is imported first. */
  readonly anchor: number;
}

/** The modules that a module imports or exports from, in the order in which they run. */
export class Sources {
  readonly #byModule = new Map<string, Source>();

  constructor(
    readonly parsed: ParsedModule,
    readonly writer: CodeWriter,
    readonly resolve: Resolve,
  ) {}

  get all(): readonly Source[] {
    return [...this.#byModule.values()];
  }

  /** @param specifier - the complaint goes there if there is no such module. */
  find({ value, start }: Literal): FoundModule {
    const resolution = this.resolve(String(value));
    if (resolution.kind !== 'missing') return resolution;
    return this.parsed.refuse(start, `Cannot find module '${String(value)}'`, resolution.hint);
  }

  /** @param anchor - the declaration that imports or exports. */
  of(resolution: FoundModule, anchor: number): Source {
    const known = this.#byModule.get(resolution.name);
    if (known !== undefined) return known;
    const stem = resolution.name.replace(/\.[jt]s$/, '').replace(/[^\w$]+/g, '_');
    const source: Source = {
      kind: resolution.kind,
      module: resolution.name,
      variable: this.writer.freshName(stem),
      names: new Set(),
      bindings: [],
      anchor,
    };
    this.#byModule.set(resolution.name, source);
    return source;
  }
}

/** The calls of the runtime that import everything. They come after what the module exports is known, for cycles. */
export function writeImports(writer: CodeWriter, sources: Sources): void {
  for (const { module, variable, names, bindings, anchor } of sources.all) {
    const call = `${writer.runtime}.import(${JSON.stringify(module)}, ${JSON.stringify([...names])})`;
    writer.before(`const ${variable} = ${call};`, anchor);
    for (const { local, imported } of bindings) {
      const value = imported === null ? variable : libraryMember(variable, imported);
      writer.before(`const ${local} = ${value};`, anchor);
    }
  }
}

/** What a module of the library exports by default is the module itself, unless it says otherwise. */
export function libraryMember(variable: string, name: string): string {
  return name === 'default' ? `'default' in ${variable} ? ${variable}.default : ${variable}` : memberOf(variable, name);
}

export function memberOf(variable: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${variable}.${name}` : `${variable}[${JSON.stringify(name)}]`;
}
