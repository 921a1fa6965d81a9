import type { AnyNode, Program } from 'acorn';
import type { CodeWriter } from './code-writer';
import { forEachChild } from './tree';

/** `import.meta` exists in modules only; the runtime has what it holds. */
export function rewriteMeta(program: Program, { edits, runtime }: CodeWriter): void {
  const visit = (node: AnyNode): void => {
    if (node.type !== 'MetaProperty') return forEachChild(node, visit);
    if (node.meta.name === 'import') edits.replace(node.start, node.end, `${runtime}.meta`);
  };
  visit(program);
}
