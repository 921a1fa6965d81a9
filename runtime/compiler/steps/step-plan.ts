import type { AnyNode, CallExpression, ClassBody, Function, Identifier, Program } from 'acorn';
import { boundNames, forEachChild, isFunction } from '../tree';

/*
 * Which functions of a text become steps: those in the middle of which another thread may run. The others stay as they are, and as
 * fast: one that calls nothing but what is known to wait for nothing needs no place to stop.
 */

type FunctionNode = AnyNode & Function;

/** Where in a function another thread may come in. */
interface Sites {
  /** The function has a place of its own where it may stop. */
  stops: boolean;
  readonly calls: Set<FunctionNode>;
}

const PURE_FUNCTIONS = new Set([
  ...['String', 'Number', 'Boolean', 'BigInt', 'Symbol', 'parseInt', 'parseFloat', 'isNaN', 'isFinite'],
  ...['structuredClone', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'queueMicrotask'],
]);
const PURE_OBJECTS = new Set([
  ...[
    'Array',
    'Atomics',
    'BigInt',
    'Date',
    'JSON',
    'Math',
    'Number',
    'Object',
    'Promise',
    'String',
    'Symbol',
    'console',
    'performance',
  ],
]);

export class StepPlan {
  /** Functions that can be told by their name alone: declared once, assigned never. */
  readonly #known = new Map<string, FunctionNode>();
  readonly #declared = new Map<string, number>();
  readonly #assigned = new Set<string>();
  readonly #sites = new Map<FunctionNode, Sites>();
  readonly #ineligible = new Set<FunctionNode>();
  readonly #steps = new Set<FunctionNode>();
  /** Those that may call themselves, directly or not: a loop of another kind. */
  readonly #recursive = new Set<FunctionNode>();
  readonly #privateMethods = new Map<ClassBody, Map<string, FunctionNode>>();
  readonly #ownNames = new Map<FunctionNode, Set<string>>();

  /** @param isPreemptive - other threads may come in at any time, and not only where something waits. */
  constructor(
    program: Program,
    readonly isPreemptive: boolean,
  ) {
    this.#declare(program, null);
    for (const [name, count] of this.#declared) if (count > 1 || this.#assigned.has(name)) this.#known.delete(name);
    this.#survey(program, null, []);
    this.#decide();
  }

  isSteps(node: FunctionNode): boolean {
    return this.#steps.has(node);
  }

  /** Private methods of a class that are functions of steps. */
  privateSteps(body: ClassBody): ReadonlySet<string> {
    const methods = this.#privateMethods.get(body) ?? new Map<string, FunctionNode>();
    return new Set([...methods].filter(([, method]) => this.#steps.has(method)).map(([name]) => name));
  }

  /** The function that a call is known to call; null if that shows only when it is made. */
  knownCallee({ callee }: CallExpression): FunctionNode | null {
    return callee.type === 'Identifier' ? (this.#known.get(callee.name) ?? null) : null;
  }

  /** Whether what is called is known to wait for nothing. */
  isPure({ callee }: CallExpression): boolean {
    if (callee.type === 'Identifier') return PURE_FUNCTIONS.has(callee.name) && !this.#declared.has(callee.name);
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
    return PURE_OBJECTS.has(callee.object.name) && !this.#declared.has(callee.object.name);
  }

  /** Whether others may write the variable or attribute as well. */
  isShared(target: AnyNode, owner: FunctionNode | null): boolean {
    if (target.type === 'MemberExpression') return true;
    if (target.type !== 'Identifier') return false;
    return owner === null || !(this.#ownNames.get(owner)?.has(target.name) ?? false);
  }

  #declare(node: AnyNode, owner: FunctionNode | null): void {
    const add = (name: string): void => {
      this.#declared.set(name, (this.#declared.get(name) ?? 0) + 1);
      if (owner !== null) this.#ownNames.get(owner)?.add(name);
    };
    if (isFunction(node)) {
      const { id } = node as { id?: Identifier | null };
      if (id) {
        add(id.name);
        if (node.type === 'FunctionDeclaration') this.#known.set(id.name, node);
      }
      this.#ownNames.set(node, new Set());
      for (const parameter of node.params) {
        boundNames(parameter, (name) => {
          this.#declared.set(name, (this.#declared.get(name) ?? 0) + 1);
          this.#ownNames.get(node)?.add(name);
        });
      }
      return forEachChild(node, (child) => this.#declare(child, node));
    }
    switch (node.type) {
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          boundNames(id, add);
          if (node.kind === 'const' && id.type === 'Identifier' && init && isFunction(init)) this.#known.set(id.name, init);
        }
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (node.id) add(node.id.name);
        break;
      case 'ImportDeclaration':
        for (const { local } of node.specifiers) add(local.name);
        return;
      case 'CatchClause':
        if (node.param) boundNames(node.param, add);
        break;
      case 'AssignmentExpression':
      case 'ForInStatement':
      case 'ForOfStatement':
        if (node.left.type !== 'VariableDeclaration') boundNames(node.left, (name) => this.#assigned.add(name));
        break;
      case 'UpdateExpression':
        if (node.argument.type === 'Identifier') this.#assigned.add(node.argument.name);
        break;
      default:
    }
    forEachChild(node, (child) => this.#declare(child, owner));
  }

  /** @param classes - around the node, the innermost last. */
  #survey(node: AnyNode, owner: FunctionNode | null, classes: readonly ClassBody[]): void {
    const sites = owner === null ? undefined : this.#sites.get(owner);
    const stop = (): void => {
      if (sites !== undefined) sites.stops = true;
    };
    if (isFunction(node)) return this.#surveyFunction(node, classes);
    switch (node.type) {
      case 'ClassBody':
        return this.#surveyClass(node, owner, classes);
      case 'ExportDefaultDeclaration':
        if (node.declaration.type === 'FunctionDeclaration') this.#ineligible.add(node.declaration);
        break;
      case 'SwitchCase':
        for (const statement of node.consequent) if (statement.type === 'FunctionDeclaration') this.#ineligible.add(statement);
        break;
      case 'Property':
        if (isFunction(node.value) && (node.kind !== 'init' || (node.method && mentions(node.value, 'Super')))) {
          this.#ineligible.add(node.value);
        }
        break;
      case 'CallExpression': {
        if (node.callee.type === 'Super' || this.isPure(node)) break;
        const callee = this.knownCallee(node) ?? this.#privateCallee(node, classes);
        if (callee === null) stop();
        else sites?.calls.add(callee);
        break;
      }
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        if (this.isPreemptive) stop();
        break;
      case 'AssignmentExpression':
        if (this.isPreemptive && isReadAndWritten(node) && this.isShared(node.left, owner)) stop();
        break;
      case 'UpdateExpression':
        if (this.isPreemptive && this.isShared(node.argument, owner)) stop();
        break;
      default:
    }
    forEachChild(node, (child) => this.#survey(child, owner, classes));
  }

  #surveyFunction(node: FunctionNode, classes: readonly ClassBody[]): void {
    this.#sites.set(node, { stops: false, calls: new Set() });
    if (node.async || node.generator || mentions(node, 'MetaProperty')) this.#ineligible.add(node);
    if (node.type === 'ArrowFunctionExpression' && (mentions(node, 'Super') || mentionsArguments(node))) {
      this.#ineligible.add(node);
    }
    for (const parameter of node.params) this.#survey(parameter, null, classes);
    this.#survey(node.body, node, classes);
  }

  #surveyClass(body: ClassBody, owner: FunctionNode | null, classes: readonly ClassBody[]): void {
    const inside = [...classes, body];
    const methods = new Map<string, FunctionNode>();
    this.#privateMethods.set(body, methods);
    for (const member of body.body) {
      if (member.type !== 'MethodDefinition' || !isFunction(member.value)) continue;
      if (member.kind !== 'method') this.#ineligible.add(member.value);
      else if (member.key.type === 'PrivateIdentifier') methods.set(member.key.name, member.value);
    }
    for (const member of body.body) {
      if (member.type === 'StaticBlock') {
        for (const statement of member.body) this.#survey(statement, null, inside);
        continue;
      }
      if (member.computed) this.#survey(member.key, owner, classes);
      if (member.value) this.#survey(member.value, null, inside);
    }
  }

  #privateCallee({ callee }: CallExpression, classes: readonly ClassBody[]): FunctionNode | null {
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'PrivateIdentifier') return null;
    const { name } = callee.property;
    for (const body of classes.toReversed()) {
      const method = this.#privateMethods.get(body)?.get(name);
      if (method !== undefined) return method;
    }
    return null;
  }

  #decide(): void {
    if (this.isPreemptive) {
      for (const [node] of this.#sites) if (this.#reaches(node, node, new Set())) this.#recursive.add(node);
    }
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const [node, { stops, calls }] of this.#sites) {
        if (this.#steps.has(node) || this.#ineligible.has(node)) continue;
        if (!stops && !this.#recursive.has(node) && ![...calls].some((callee) => this.#steps.has(callee))) continue;
        this.#steps.add(node);
        isChanged = true;
      }
    }
  }

  #reaches(from: FunctionNode, target: FunctionNode, seen: Set<FunctionNode>): boolean {
    for (const callee of this.#sites.get(from)?.calls ?? []) {
      if (callee === target) return true;
      if (seen.has(callee)) continue;
      seen.add(callee);
      if (this.#reaches(callee, target, seen)) return true;
    }
    return false;
  }
}

/** `a += 1`, and `a = a + 1`. */
export function isReadAndWritten(node: AnyNode & { type: 'AssignmentExpression' }): boolean {
  if (/^(?:\?\?|\|\||&&)=$/.test(node.operator)) return false;
  return node.operator !== '=' || readsTarget(node.right, node.left);
}

function readsTarget(node: AnyNode, target: AnyNode): boolean {
  if (isSamePlace(node, target)) return true;
  if (isFunction(node)) return false;
  let found = false;
  forEachChild(node, (child) => {
    found ||= readsTarget(child, target);
  });
  return found;
}

function isSamePlace(a: AnyNode, b: AnyNode): boolean {
  if (a.type !== b.type) return false;
  switch (a.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
      return a.name === (b as typeof a).name;
    case 'ThisExpression':
      return true;
    case 'Literal':
      return a.value === (b as typeof a).value;
    case 'MemberExpression': {
      const other = b as typeof a;
      return a.computed === other.computed && isSamePlace(a.object, other.object) && isSamePlace(a.property, other.property);
    }
    default:
      return false;
  }
}

/** Whether there is such a node in the function itself; arrow functions inside of it count, other functions do not. */
export function mentions(node: AnyNode, type: AnyNode['type']): boolean {
  let found = false;
  forEachChild(node, (child) => {
    if (found || child.type === type) found = true;
    else if (!isFunction(child) || child.type === 'ArrowFunctionExpression') {
      if (child.type !== 'ClassBody') found = mentions(child, type);
    }
  });
  return found;
}

function mentionsArguments(node: AnyNode): boolean {
  let found = false;
  forEachChild(node, (child) => {
    if (found || (child.type === 'Identifier' && child.name === 'arguments')) found = true;
    else if (!isFunction(child) || child.type === 'ArrowFunctionExpression') found = mentionsArguments(child);
  });
  return found;
}
