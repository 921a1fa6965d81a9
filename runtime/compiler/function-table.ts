import type {
  AnyNode,
  AssignmentProperty,
  Expression,
  Function,
  MethodDefinition,
  Pattern,
  PrivateIdentifier,
  Property,
} from 'acorn';
import type { CodeWriter } from './code-writer';
import type { EditedText } from './edits';
import type { ParsedModule } from './parse';
import type { FunctionEntry } from './program-image';
import { forEachChild, isClass, isDefinition, isFunction } from './tree';

/** What Python calls the methods that a protocol of JavaScript calls. */
const PYTHON_NAMES: Readonly<Record<string, string>> = {
  iterator: '__iter__',
  asyncIterator: '__aiter__',
  dispose: '__exit__',
  asyncDispose: '__aexit__',
  hasInstance: '__instancecheck__',
};

type Arity = readonly [required: readonly string[], most: number];
const ANY_ARITY: Arity = [[], -1];

/** Lists the functions and classes of a module with their qualified names, as ranges of the edited code. */
export function functionTable(
  { program, source, positions }: ParsedModule,
  writer: CodeWriter,
  edited: EditedText,
): FunctionEntry[] {
  const functions: FunctionEntry[] = [];

  const add = (start: number, end: number, name: string, arity: Arity): void => {
    functions.push([edited.startOf(start) ?? start, edited.endOf(end, start), name, ...arity]);
  };

  const sourceLines = source.split('\n');

  /** `x?: number`: the question mark is gone with the type. */
  const isOptional = ({ type, start, end }: Pattern): boolean => {
    if (type === 'AssignmentPattern' || type === 'RestElement') return true;
    if (type !== 'Identifier') return false;
    const { line, column } = positions.at(start);
    return /^\s*\?/.test(sourceLines[line]?.slice(column + end - start) ?? '');
  };

  const arityOf = ({ params }: Function): Arity => {
    const firstOptional = params.findIndex(isOptional);
    const required = firstOptional === -1 ? params : params.slice(0, firstOptional);
    const hasRest = params.at(-1)?.type === 'RestElement';
    return [required.map((param) => (param.type === 'Identifier' ? param.name : 'options')), hasRest ? -1 : params.length];
  };

  /** @param inferred - the name that the place gives to a function without one. */
  const visit = (node: AnyNode, prefix: string, inferred?: string): void => {
    if (isFunction(node)) {
      const name = prefix + (node.id?.name ?? inferred ?? '<lambda>');
      add(node.start, node.end, name, arityOf(node));
      return visitChildren(node, `${name}.<locals>.`);
    }
    if (isClass(node)) {
      const name = prefix + (node.id?.name ?? inferred ?? '<class>');
      add(node.start, node.end, name, ANY_ARITY);
      if (node.superClass) visit(node.superClass, prefix);
      return visitChildren(node.body, `${name}.`);
    }
    switch (node.type) {
      case 'VariableDeclarator':
        visit(node.id, prefix);
        if (node.init)
          visit(node.init, prefix, node.id.type === 'Identifier' ? inferredName(node.id.name, node.init) : undefined);
        return;
      case 'ExportDefaultDeclaration':
        return visit(node.declaration, prefix, 'default');
      case 'MethodDefinition':
      case 'Property':
        return visitMember(node, prefix);
      case 'PropertyDefinition': {
        if (node.computed) visit(node.key, prefix);
        if (!node.value) return;
        if (node.static) return visit(node.value, prefix, inferredName(keyName(node), node.value));
        // Python's classes make such attributes in __init__.
        return visit(node.value, `${prefix}__init__.<locals>.`);
      }
      default:
        return visitChildren(node, prefix);
    }
  };

  const visitChildren = (node: AnyNode, prefix: string): void => forEachChild(node, (child) => visit(child, prefix));

  const visitMember = (node: MethodDefinition | Property | AssignmentProperty, prefix: string): void => {
    if (node.computed) visit(node.key, prefix);
    const isMethod = node.type === 'MethodDefinition' || node.method || node.kind !== 'init';
    if (!isMethod) return visit(node.value, prefix);
    const isConstructor = node.type === 'MethodDefinition' && node.kind === 'constructor';
    const name = prefix + (isConstructor ? '__init__' : keyName(node));
    // The text of a method begins with its modifiers, but for `static`.
    const isStatic = node.type === 'MethodDefinition' && node.static;
    const start = isStatic ? writer.tokenFrom(node.start + 'static'.length)?.start : node.start;
    add(start ?? node.start, node.end, name, isFunction(node.value) ? arityOf(node.value) : ANY_ARITY);
    visitChildren(node.value, `${name}.<locals>.`);
  };

  visitChildren(program, '');
  return functions;
}

function inferredName(name: string, value: AnyNode): string | undefined {
  return isDefinition(value) ? name : undefined;
}

function keyName({ key, computed }: { key: Expression | PrivateIdentifier; computed: boolean }): string {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal') return String(key.value);
  if (!computed) return key.type === 'Identifier' ? key.name : '<lambda>';
  if (key.type === 'Identifier') return `[${key.name}]`;
  const isSymbol = key.type === 'MemberExpression' && key.object.type === 'Identifier' && key.object.name === 'Symbol';
  const symbol = isSymbol && key.property.type === 'Identifier' ? key.property.name : null;
  return symbol === null ? '[computed]' : (PYTHON_NAMES[symbol] ?? `[${symbol}]`);
}
