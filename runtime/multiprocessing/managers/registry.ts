/** What a manager can make: one entry for each typeid. */
export type Registry = Record<string, Registration>;

export interface Registration {
  /** A class or a function that makes the object, in the server; null for objects that the server makes of results. */
  readonly callable: ((...args: never[]) => unknown) | (new (...args: never[]) => object) | null;
  /** Methods that clients may call; null: all that do not begin with an underscore. */
  readonly exposed: readonly string[] | null;
  /** Methods whose results stay in the server, and what those are. */
  readonly methodToTypeid: Readonly<Record<string, string>>;
}
