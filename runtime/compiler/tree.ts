import type { AnyNode, ArrowFunctionExpression, Class, Function, FunctionExpression, Pattern } from 'acorn';

/** Calls `visit` with the parts of a node, in the order of the text as far as it matters. */
export function forEachChild(node: AnyNode, visit: (child: AnyNode) => void): void {
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item);
    } else if (isNode(value)) visit(value);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

export function isFunction(node: AnyNode): node is AnyNode & Function {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

export function isClass(node: AnyNode): node is AnyNode & Class {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** An expression that makes a function or a class of its own. */
export function isDefinition(node: AnyNode): node is (AnyNode & Class) | ArrowFunctionExpression | FunctionExpression {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'ClassExpression';
}

/** The names that a pattern binds. */
export function boundNames(pattern: Pattern, add: (name: string) => void): void {
  switch (pattern.type) {
    case 'Identifier':
      return add(pattern.name);
    case 'ObjectPattern':
      for (const part of pattern.properties) boundNames(part.type === 'Property' ? part.value : part.argument, add);
      return;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element !== null) boundNames(element, add);
      return;
    case 'AssignmentPattern':
      return boundNames(pattern.left, add);
    case 'RestElement':
      return boundNames(pattern.argument, add);
    case 'MemberExpression':
      return;
  }
}
