import type { CodeWriter } from './code-writer';
import type { EditedText } from './edits';
import type { ParsedModule } from './parse';
import type { ModuleImage } from './program-image';
import { LineStarts } from './source-positions';

/**
 * Maps the compiled code to the learner's TypeScript: one segment for each token, one for each piece of new text.
 * Engines report the place of a call, a `new` or a `throw`, and each of them begins a token.
 *
 * @param offset - where in `code` the edited text begins.
 */
export function mapCode(
  code: string,
  offset: number,
  edited: EditedText,
  { tokens, positions }: ParsedModule,
  pins: CodeWriter['pins'],
): ModuleImage['mappings'] {
  const segments: [at: number, original: number][] = edited.anchors.map(([at, anchor]) => [at, anchor]);
  for (const { start } of tokens) {
    const at = edited.startOf(start);
    if (at !== null) segments.push([at, pins.get(start) ?? start]);
  }
  // A token and new text may begin at the same place when that text is empty; the token comes later and wins.
  segments.sort(([a], [b]) => a - b);
  const lines = new LineStarts(code);
  const mappings: number[][] = Array.from({ length: lines.lines }, () => []);
  for (const [index, [at, original]] of segments.entries()) {
    if (segments[index + 1]?.[0] === at) continue;
    const generated = lines.at(offset + at);
    const source = positions.at(original);
    mappings[generated.line]?.push(generated.column, source.line, source.column);
  }
  return mappings;
}
