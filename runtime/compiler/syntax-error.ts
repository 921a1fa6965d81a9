import type { Position } from './source-positions';

interface Explanation {
  readonly message: string;
  readonly hint?: string;
}

const JSX = /<\/[\w.]*>|<[A-Za-z][\w.]*(?:\s[^<>]*)?\/>|(?:^|[=(,?:]|return)\s*<>/;
const TEXT = /'[^']*'|"[^"]*"|`[^`]*`/g;

/** The words of a parser without its own account of where. */
export function withoutPosition(text: string): string {
  return text.replace(/^Error transforming [^:]*: /, '').replace(/\s*\(\d+:\d+\)$/, '');
}

/** Says what a learner did who got a syntax error, where that can be told. */
export function explainSyntax(text: string, { line, column }: Position, message: string): Explanation {
  const all = text.split('\n');
  const before = `${all.slice(Math.max(line - 1, 0), line).join('')}\n${(all[line] ?? '').slice(0, column)}`;
  const after = (all[line] ?? '').slice(column);
  if (after.startsWith('@') || /@[\w.]*$/.test(before)) {
    return { message: 'Decorators are not supported', hint: 'Call the function yourself: const f = decorate(g);' };
  }
  if (/[{;\s]accessor\s+(static\s+)?$/.test(before)) {
    return { message: "'accessor' fields are not supported", hint: 'Write a field, or a getter and a setter.' };
  }
  if (JSX.test((all[line] ?? '').replace(TEXT, ''))) {
    return { message: 'JSX is not supported', hint: 'A process has no page to draw on; write with console.log().' };
  }
  if (message.startsWith('Using declaration cannot appear')) {
    return { message: "'using' is not supported directly in a case", hint: "Put braces around the case's statements." };
  }
  const [token] = /^(?:[\w$]+|\S)/.exec(after) ?? [];
  return {
    message: message.replace(/^Unexpected token(?=$|,)/, token === undefined ? 'Unexpected end' : `Unexpected '${token}'`),
  };
}
