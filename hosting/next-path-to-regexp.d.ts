/** How Next itself reads the paths of its configuration. */
declare module 'next/dist/compiled/path-to-regexp' {
  export function pathToRegexp(path: string, keys?: unknown[], options?: { readonly strict?: boolean }): RegExp;
}
