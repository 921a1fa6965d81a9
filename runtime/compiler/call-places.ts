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

  /**
   * @param whole - what is evaluated with the call, from its first part on.
   * @param statement - where the statement begins that it is part of, if that is an expression.
   */
  const mark = (node: CallExpression | NewExpression, whole: AnyNode, statement: number, name: string | null): void => {
    if (!mayReachLibrary(node, library)) return;
    isUsed = true;
    // A name that nobody took must not be that of the next object.
    const text = `${place}.at = ${encode(node.start)}, ${place}.naming = ${JSON.stringify(name ?? '')}, `;
    // Around the whole, not before the receiver: V8 shows the source of what it cannot call.
    if (whole.start === statement) edits.insert(whole.start, text);
    else edits.wrap(whole.start, whole.end, `(${text}`, ')');
    const last = node.arguments.at(-1);
    if (last !== undefined && last.type !== 'SpreadElement' && evaluatesCall(last)) {
      // What is called in there stands somewhere else. It may be several expressions, without their own parentheses.
      edits.wrap(last.start, last.end, `(${place}.kept = (`, `), ${text}${place}.kept)`);
    }
  };

  const visit = (node: AnyNode, whole: AnyNode | null, statement: number, name: string | null): void => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') mark(node, whole ?? node, statement, name);
    const named = namedValue(node);
    // `const [a, b] = [new Lock(), new Lock()]`: each of them has its own.
    const names = node.type === 'ArrayExpression' && name !== null ? name.split(' ') : [];
    const nameOf = (child: AnyNode): string | null => {
      if (child === named?.value) return named.name;
      return node.type === 'ArrayExpression' ? names[node.elements.indexOf(child as never)] || null : null;
    };
    const start = node.type === 'ExpressionStatement' ? node.start : statement;
    const wholeOf = (child: AnyNode) =>
      isLink(node, child) ? (whole ?? (node.type === 'MemberExpression' ? null : node)) : null;
    forEachChild(node, (child) => visit(child, wholeOf(child), start, nameOf(child)));
  };
  for (const node of parsed.program.body) if (node.type !== 'ImportDeclaration') visit(node, null, -1, null);
  if (isUsed) writer.before(`const ${place} = ${runtime}.place;`);
}

function mayReachLibrary({ type, callee }: CallExpression | NewExpression, library: ReadonlySet<string>): boolean {
  if (callee.type === 'Identifier') return library.has(callee.name);
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return false;
  const object: Expression = callee.object;
  if (type === 'NewExpression') return object.type === 'Identifier' && library.has(object.name);
  // The receiver's own call has said where it was.
  return !hasCall(object) && !(object.type === 'Identifier' && PURE.has(object.name));
}

/** Whether the child is the part of a chain like `a.b(c)?.d` that the rest of it follows, or all of it. */
function isLink(node: AnyNode, child: AnyNode): boolean {
  if (node.type === 'ChainExpression') return true;
  if (node.type === 'UnaryExpression') return node.operator === 'delete' && child.type === 'ChainExpression';
  return child === (node.type === 'CallExpression' ? node.callee : node.type === 'MemberExpression' ? node.object : null);
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
