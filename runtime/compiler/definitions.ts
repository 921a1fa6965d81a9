import type { AnyNode, Program } from 'acorn';
import type { CodeWriter } from './code-writer';
import { namespaceOf } from './namespaces';
import { isDefinition } from './tree';

type Entry = readonly [name: string, value: string];

/**
 * Registers the functions and classes that can be pickled by name: those of the top level and of the blocks there,
 * each when its block is entered, so that what the guard skips is not there in a child.
 *
 * @param defaultName - what stands for the nameless default export, if it is a function or class.
 * @returns the registration of the top level.
 */
export function registerDefinitions(program: Program, writer: CodeWriter, defaultName: string | null): string {
  const names = definedNames(program.body);
  const entries = names.map((name): Entry => [name, name]);
  if (defaultName !== null) entries.push(['default', defaultName]);
  for (const statement of program.body) registerInside(statement, writer);
  return registration(entries, writer);
}

function registerInside(node: AnyNode, writer: CodeWriter): void {
  if (namespaceOf(node) !== null) return;
  if (node.type === 'BlockStatement') {
    const entries = definedNames(node.body).map((name): Entry => [name, name]);
    if (entries.length > 0) writer.edits.insert(node.start + 1, ` ${registration(entries, writer)}`);
  }
  for (const statement of statementsOf(node)) registerInside(statement, writer);
}

/** The statements inside of a statement. Functions and classes have scopes of their own. */
function statementsOf(node: AnyNode): AnyNode[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body;
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent];
    case 'TryStatement':
      return [node.block, node.handler?.body, node.finalizer].filter((block) => block !== null && block !== undefined);
    case 'SwitchStatement':
      return node.cases.flatMap(({ consequent }) => consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return [node.body];
    default:
      return [];
  }
}

function registration(entries: readonly Entry[], { runtime }: CodeWriter): string {
  if (entries.length === 0) return '';
  return `${runtime}.define({ ${entries.map(([name, value]) => `${name}: () => ${value}`).join(', ')} });`;
}

function definedNames(body: Program['body']): string[] {
  const names: string[] = [];
  for (const statement of body) {
    const declaration = 'declaration' in statement && statement.declaration ? statement.declaration : statement;
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
      if (declaration.id) names.push(declaration.id.name);
    } else if (declaration.type === 'VariableDeclaration') {
      for (const { id, init } of declaration.declarations) {
        if (id.type === 'Identifier' && init && isDefinition(init)) names.push(id.name);
      }
    }
  }
  return names;
}
