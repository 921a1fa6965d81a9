import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { boundNames, forEachChild, isClass, isFunction } from './tree';

/** A use of a name that belongs to the module, or to nobody. */
export interface Reference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `call`: it is called as a function or tags a template, so it must not become a method. */
  readonly kind: 'read' | 'call' | 'shorthand' | 'write';
}

/** Finds the uses of some names where no inner scope declares the same name. Imports and re-exports are not uses. */
export function findReferences(
  program: Program,
  names: ReadonlySet<string>,
  found: (reference: Reference) => void,
  isModuleScoped = true,
): void {
  if (names.size > 0) new ScopeWalk(names, found).program(program, isModuleScoped);
}

type Scope = ReadonlySet<string>;

class ScopeWalk {
  readonly #scopes: Scope[] = [];

  constructor(
    readonly names: ReadonlySet<string>,
    readonly found: (reference: Reference) => void,
  ) {}

  /** @param isModuleScoped - the names are the module's imports, so that no other declaration of it can be meant. */
  program(program: Program, isModuleScoped: boolean): void {
    const declared = isModuleScoped ? [] : [...hoistedNames(program), ...lexicalNames(program.body)];
    if (!isModuleScoped) {
      for (const statement of program.body) {
        if (statement.type === 'ImportDeclaration') declared.push(...statement.specifiers.map(({ local }) => local.name));
      }
    }
    this.#within(declared, () => {
      for (const statement of program.body) this.#visit(statement);
    });
  }

  #within(declared: Iterable<string>, visit: () => void): void {
    const scope = new Set<string>();
    for (const name of declared) if (this.names.has(name)) scope.add(name);
    if (scope.size === 0) return visit();
    this.#scopes.push(scope);
    visit();
    this.#scopes.pop();
  }

  #refer({ name, start, end }: Identifier, kind: Reference['kind']): void {
    if (!this.names.has(name) || this.#scopes.some((scope) => scope.has(name))) return;
    this.found({ name, start, end, kind });
  }

  #visitAll(nodes: Iterable<AnyNode | null | undefined>): void {
    for (const node of nodes) if (node !== null && node !== undefined) this.#visit(node);
  }

  #visit(node: AnyNode): void {
    if (isFunction(node)) return this.#visitFunction(node);
    if (isClass(node)) {
      return this.#within(node.id ? [node.id.name] : [], () => this.#visitAll([node.superClass, node.body]));
    }
    switch (node.type) {
      case 'Identifier':
        return this.#refer(node, 'read');
      case 'CallExpression':
        if (node.callee.type === 'Identifier') this.#refer(node.callee, 'call');
        else this.#visit(node.callee);
        return this.#visitAll(node.arguments);
      case 'TaggedTemplateExpression':
        if (node.tag.type === 'Identifier') this.#refer(node.tag, 'call');
        else this.#visit(node.tag);
        return this.#visit(node.quasi);
      case 'MemberExpression':
        return this.#visitAll(node.computed ? [node.object, node.property] : [node.object]);
      case 'MethodDefinition':
      case 'PropertyDefinition':
        return this.#visitAll(node.computed ? [node.key, node.value] : [node.value]);
      case 'Property':
        if (node.shorthand && node.value.type === 'Identifier') return this.#refer(node.value, 'shorthand');
        return this.#visitAll(node.computed ? [node.key, node.value] : [node.value]);
      case 'AssignmentExpression':
        this.#visitTarget(node.left);
        return this.#visit(node.right);
      case 'UpdateExpression':
        return this.#visitTarget(node.argument as Pattern);
      case 'BlockStatement':
        return this.#within(lexicalNames(node.body), () => this.#visitAll(node.body));
      case 'StaticBlock':
        return this.#within([...lexicalNames(node.body), ...hoistedNames(node)], () => this.#visitAll(node.body));
      case 'SwitchStatement':
        this.#visit(node.discriminant);
        return this.#within(
          node.cases.flatMap((one) => lexicalNames(one.consequent)),
          () => this.#visitAll(node.cases),
        );
      case 'ForStatement':
        return this.#within(node.init ? lexicalNames([node.init]) : [], () =>
          this.#visitAll([node.init, node.test, node.update, node.body]),
        );
      case 'ForInStatement':
      case 'ForOfStatement':
        return this.#within(lexicalNames([node.left]), () => {
          if (node.left.type === 'VariableDeclaration') this.#visit(node.left);
          else this.#visitTarget(node.left);
          this.#visitAll([node.right, node.body]);
        });
      case 'CatchClause': {
        const names: string[] = [];
        if (node.param) boundNames(node.param, (name) => names.push(name));
        return this.#within(names, () => this.#visitAll([node.param, node.body]));
      }
      case 'LabeledStatement':
        return this.#visit(node.body);
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'MetaProperty':
        return;
      case 'ExportNamedDeclaration':
        if (node.declaration) this.#visit(node.declaration);
        return;
      default:
        return forEachChild(node, (child) => this.#visit(child));
    }
  }

  #visitFunction(node: AnyNode & { id?: Identifier | null; params: Pattern[]; body: AnyNode; type: string }): void {
    const names = ['arguments'];
    if (node.type === 'FunctionExpression' && node.id) names.push(node.id.name);
    for (const parameter of node.params) boundNames(parameter, (name) => names.push(name));
    this.#within(names, () => {
      this.#visitAll(node.params);
      this.#within(hoistedNames(node.body), () => this.#visit(node.body));
    });
  }

  #visitTarget(target: Pattern): void {
    switch (target.type) {
      case 'Identifier':
        return this.#refer(target, 'write');
      case 'ObjectPattern':
        for (const part of target.properties) {
          if (part.type === 'RestElement') this.#visitTarget(part.argument);
          else {
            if (part.computed) this.#visit(part.key);
            this.#visitTarget(part.value);
          }
        }
        return;
      case 'ArrayPattern':
        for (const element of target.elements) if (element !== null) this.#visitTarget(element);
        return;
      case 'AssignmentPattern':
        this.#visitTarget(target.left);
        return this.#visit(target.right);
      case 'RestElement':
        return this.#visitTarget(target.argument);
      case 'MemberExpression':
        return this.#visit(target);
    }
  }
}

/** What the statements of a block declare for the block. */
function lexicalNames(body: readonly AnyNode[]): string[] {
  const names: string[] = [];
  for (const statement of body) {
    const declaration =
      (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') && statement.declaration
        ? (statement.declaration as AnyNode)
        : statement;
    if (declaration.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) boundNames(id, (name) => names.push(name));
    } else if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
      const id: Identifier | null = declaration.id;
      if (id !== null) names.push(id.name);
    }
  }
  return names;
}

/** What `var` declares anywhere in a function or module. */
function hoistedNames(body: AnyNode): string[] {
  const names: string[] = [];
  const collect = (node: AnyNode): void => {
    if (isFunction(node) || isClass(node)) return;
    if (node.type === 'VariableDeclaration' && node.kind === 'var') {
      for (const { id } of node.declarations) boundNames(id, (name) => names.push(name));
    }
    forEachChild(node, collect);
  };
  collect(body);
  return names;
}
