/** What the reference pages show of the library; read from its docstrings by `scripts/build-types.ts`. */
export interface ReferenceModule {
  readonly name: string;
  readonly members: readonly ReferenceMember[];
}

export interface ReferenceText {
  readonly summary: string;
  readonly parameters: readonly NamedText[];
  readonly returns: string | null;
  readonly errors: readonly NamedText[];
  /** The counterpart in Python, e.g. `multiprocessing.Queue`. */
  readonly pythonName: string | null;
  /** How it differs from that; null when it does not. */
  readonly difference: string | null;
  readonly examples: readonly string[];
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface ReferenceMember extends ReferenceText {
  readonly name: string;
  readonly kind: 'class' | 'function' | 'constant' | 'method' | 'property';
  readonly signature: string;
  readonly members: readonly ReferenceMember[];
  /** Where it is written. */
  readonly file: string;
}
