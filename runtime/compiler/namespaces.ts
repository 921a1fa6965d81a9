import { transform } from 'sucrase';
import { CompileError } from './compile-error';

const NAMESPACE = /^(?:.*[;{}])?[ \t]*(?:export[ \t]+)?((?:namespace|module)[ \t]+[A-Za-z_$][\w$.]*\s*\{)/gm;

/**
 * Refuses namespaces with code in them: removing types removes them, without a word.
 *
 * @param javascript - the same lines without types.
 */
export function refuseNamespaces(file: string, source: string, javascript: string): void {
  if (!/\b(?:namespace|module)\b/.test(source)) return;
  const lines = javascript.split('\n');
  for (const match of source.matchAll(NAMESPACE)) {
    const head = match[1] ?? '';
    const at = match.index + match[0].length - head.length;
    const before = source.slice(0, at).split('\n');
    // What stays is not a namespace: it is in a comment or a text.
    if (lines[before.length - 1]?.includes(head.split('\n', 1)[0] ?? head) === true) continue;
    if (!hasCode(bodyFrom(source, at + head.length))) continue;
    throw new CompileError(
      file,
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
      'A namespace with code in it is not supported',
      'Put the code into a file of its own and import that.',
    );
  }
}

/** What is between braces, the first of which is open. */
function bodyFrom(source: string, start: number): string {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}' && --depth === 0) return source.slice(start, at);
  }
  return source.slice(start);
}

function hasCode(body: string): boolean {
  try {
    const { code } = transform(body, { transforms: ['typescript'], disableESTransforms: true });
    const withoutComments = code.replace(/\/\/.*|\/\*[^]*?\*\//g, '');
    return /[^\s;]/.test(withoutComments.replace(/export\s*\{\s*\}/g, ''));
  } catch {
    // A brace in a text of the body, most likely; types have none.
    return true;
  }
}
