import type { AnyNode } from 'acorn';
import type { ParsedModule } from './parse';
import { findReferences } from './scope';
import { forEachChild, isFunction } from './tree';

const AWAIT = ["Top-level 'await' is not supported", 'Put it into an async function, and call that.'] as const;

/** Refuses what is JavaScript but has no place in a program. */
export function refuseUnsupported({ program, refuse }: ParsedModule): void {
  /** @param isTop - outside of all functions. */
  const visit = (node: AnyNode, isTop: boolean): void => {
    if (node.type === 'ImportExpression') {
      refuse(node.start, 'Dynamic import() is not supported', 'Write an import declaration at the top of the file.');
    }
    if (isTop && awaits(node)) refuse(node.start, ...AWAIT);
    const isInside = isFunction(node);
    forEachChild(node, (child) => visit(child, isTop && !isInside));
  };
  visit(program, true);
  findReferences(
    program,
    new Set(['require', 'module', 'exports']),
    ({ name, start }) => {
      if (name === 'require') refuse(start, 'require() is not available', "Import instead: import os from 'os';");
      refuse(start, `'${name}' is not available`, 'Export with the keyword: export function f() {}');
    },
    false,
  );
}

function awaits(node: AnyNode): boolean {
  return (
    node.type === 'AwaitExpression' ||
    (node.type === 'ForOfStatement' && node.await) ||
    (node.type === 'VariableDeclaration' && node.kind === 'await using')
  );
}
