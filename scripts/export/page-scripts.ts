/** Paths below `_next/static` of the scripts that today's browsers load with a page, each once. */
export function pageScripts(html: string): ReadonlySet<string> {
  const names = [...html.matchAll(/<(?:script|link)\b([^>]*)>/g)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => !/\bnomodule\b/i.test(attributes))
    .flatMap((attributes) => /\b(?:src|href)="[^"?]*?\/_next\/static\/([^"?]+\.js)/.exec(attributes)?.[1] ?? []);
  return new Set(names);
}
