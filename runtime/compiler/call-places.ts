import type { AnyNode, CallExpression, Expression, NewExpression, Super } from 'acorn';
import type { CodeWriter } from './code-writer';
import type { ParsedModule } from './parse';
import { forEachChild, isClass, isFunction } from './tree';

/*
 * Before each call that may reach the library, the program says where it stands: `lock.acquire()` becomes
 * `$place.at = 1797, lock.acquire()`. So a lock knows the line it was taken at without a look at the stack, which would cost a
 * thousand times as much. What the library makes is told its name in the program: `const a = new Lock()` makes `a`.
 */

/** Objects whose methods never reach the library. `console` does: its lines have places. */
const PURE = new Set(['Array', 'BigInt', 'JSON', 'Math', 'Number', 'Object', 'Promise', 'Reflect', 'String', 'Symbol']);

const COLUMN_BITS = 8;
const LINE_BITS = 16;
const LAST_COLUMN = (1 << COLUMN_BITS) - 1;
const LAST_LINE = (1 << LINE_BITS) - 1;

/**
 * @param moduleIndex - which module of the image this is.
 * @param library - local names of what the module imports from the library.
 */
export function markCalls(parsed: ParsedModule, writer: CodeWriter, moduleIndex: number, library: ReadonlySet<string>): void {
  const { edits, runtime } = writer;
  const place = writer.freshName('place');
  let isUsed = false as boolean;

  const encode = (offset: number): number => {
    const { line, column } = parsed.positions.at(offset);
    const row = Math.min(line + 1, LAST_LINE);
    return ((moduleIndex << (LINE_BITS + COLUMN_BITS)) | (row << COLUMN_BITS) | Math.min(column + 1, LAST_COLUMN)) >>> 0;
  };

  /** @param statement - where the statement begins that consists of this expression. */
  const mark = (node: CallExpression | NewExpression, statement: number, name: string | null): void => {
    const target = markedPart(node, library);
    if (target === null) return;
    isUsed = true;
    // A name that nobody took must not be that of the next object.
    const text = `${place}.at = ${encode(node.start)}, ${place}.naming = ${JSON.stringify(name ?? '')}, `;
    const last = node.arguments.at(-1);
    if (last !== undefined && last.type !== 'SpreadElement' && evaluatesCall(last)) {
      // What is called in there stands somewhere else.
      edits.insert(last.start, `(${place}.kept = `);
      edits.insert(last.end, `, ${text}${place}.kept)`);
    }
    if (target.start === statement) return edits.insert(target.start, text);
    edits.insert(target.start, `(${text}`);
    edits.insert(target.end, ')');
    // V8 says that a call in this form is where its arguments begin.
    if (target === node.callee && node.type === 'CallExpression') {
      const paren = writer.tokenFrom(node.callee.end);
      if (paren !== undefined) writer.pin(paren.start, node.start);
    }
  };

  const visit = (node: AnyNode, statement: number, name: string | null): void => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') mark(node, statement, name);
    const named = namedValue(node);
    // `const [a, b] = [new Lock(), new Lock()]`: each of them has its own.
    const names = node.type === 'ArrayExpression' && name !== null ? name.split(' ') : [];
    const nameOf = (child: AnyNode): string | null => {
      if (child === named?.value) return named.name;
      return node.type === 'ArrayExpression' ? names[node.elements.indexOf(child as never)] || null : null;
    };
    const start = node.type === 'ExpressionStatement' ? node.expression.start : continues(node) ? statement : -1;
    forEachChild(node, (child) => visit(child, child.start === start ? start : -1, nameOf(child)));
  };
  for (const node of parsed.program.body) if (node.type !== 'ImportDeclaration') visit(node, -1, null);
  if (isUsed) writer.before(`const ${place} = ${runtime}.place;`);
}

/** The part of a call that is evaluated first and can be wrapped without changing what is called. */
function markedPart({ type, callee }: CallExpression | NewExpression, library: ReadonlySet<string>): Expression | null {
  if (callee.type === 'Identifier') return library.has(callee.name) ? callee : null;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return null;
  const object: Expression = callee.object;
  if (type === 'NewExpression') return object.type === 'Identifier' && library.has(object.name) ? callee : null;
  // The receiver's own call has said where it was.
  if (hasCall(object)) return null;
  return object.type === 'Identifier' && PURE.has(object.name) ? null : object;
}

function hasCall(node: Expression | Super): boolean {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return true;
  return node.type === 'MemberExpression' && hasCall(node.object);
}

/** Whether to evaluate the expression is to call something. */
function evaluatesCall(node: AnyNode): boolean {
  if (isFunction(node) || isClass(node)) return false;
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return true;
  let found = false;
  forEachChild(node, (child) => {
    found ||= evaluatesCall(child);
  });
  return found;
}

/** Whether the node's first part may be the first of the statement, too. */
function continues(node: AnyNode): boolean {
  return node.type.endsWith('Expression') && !/^(?:Arrow|Function|Class|Await|Yield|Unary)/.test(node.type);
}

/** The value that gets a name here, and the name. */
function namedValue(node: AnyNode): { readonly value: AnyNode; readonly name: string } | null {
  switch (node.type) {
    case 'VariableDeclarator': {
      if (!node.init) return null;
      if (node.id.type === 'Identifier') return { value: node.init, name: node.id.name };
      if (node.id.type !== 'ArrayPattern') return null;
      const names = node.id.elements.map((element) => (element?.type === 'Identifier' ? element.name : ''));
      return { value: node.init, name: names.join(' ') };
    }
    case 'AssignmentExpression': {
      const { left, right } = node;
      if (left.type === 'Identifier') return { value: right, name: left.name };
      const { type } = left;
      if (type !== 'MemberExpression' || left.computed) return null;
      return left.property.type === 'Identifier' ? { value: right, name: left.property.name } : null;
    }
    case 'PropertyDefinition':
      return node.value && !node.computed && node.key.type === 'Identifier' ? { value: node.value, name: node.key.name } : null;
    case 'Property':
      return !node.computed && node.key.type === 'Identifier' && node.kind === 'init'
        ? { value: node.value, name: node.key.name }
        : null;
    default:
      return null;
  }
}
