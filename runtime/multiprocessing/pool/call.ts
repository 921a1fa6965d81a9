/** What follows a function: its arguments, required if it needs any, and an object for its last parameter. */
export type Call<A extends unknown[], Extra extends unknown[]> =
  | ([] extends A
      ? [args?: Readonly<A> | null, kwds?: Record<string, never> | null, ...extra: Extra]
      : [args: Readonly<A>, kwds?: Record<string, never> | null, ...extra: Extra])
  | KeywordCall<A, Extra>;

type KeywordCall<A extends unknown[], Extra extends unknown[]> =
  Required<A> extends [...infer P, infer K extends object]
    ? [] extends P
      ? [args: Readonly<P> | null | undefined, kwds: K, ...extra: Extra]
      : [args: Readonly<P>, kwds: K, ...extra: Extra]
    : never;
