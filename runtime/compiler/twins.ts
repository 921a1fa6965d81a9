import type { AnyNode, Program } from 'acorn';
import type { CodeWriter } from './code-writer';
import { forEachChild, isFunction } from './tree';

/**
 * Makes the text of every function its own. While a program runs, the text is all that a function tells of where it was defined,
 * and `() => 1` may stand in many places: the second and those after it get a comment.
 *
 * @param texts - how often each text was seen so far in the program.
 */
export function tellTwinsApart(program: Program, javascript: string, writer: CodeWriter, texts: Map<string, number>): void {
  const visit = (node: AnyNode): void => {
    if (isFunction(node)) {
      const text = javascript.slice(node.start, node.end);
      const seen = texts.get(text) ?? 0;
      texts.set(text, seen + 1);
      const { body } = node;
      if (seen > 0)
        writer.edits.insert(body.type === 'BlockStatement' ? body.end - 1 : body.start, `/*${seen + 1}*/`, body.start);
    }
    forEachChild(node, visit);
  };
  visit(program);
}
