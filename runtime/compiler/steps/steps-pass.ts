import type {
  AnyNode,
  ArrowFunctionExpression,
  AssignmentExpression,
  Class,
  ClassBody,
  FunctionDeclaration,
  FunctionExpression,
  MethodDefinition,
  Program,
  Property,
  UpdateExpression,
} from 'acorn';
import { forEachChild, isClass, isFunction } from '../tree';
import { CallSteps, type Context, type FunctionNode } from './call-steps';
import { isReadAndWritten, mentions, type StepPlan } from './step-plan';
import type { StepWriter } from './step-writer';

/*
 * Threads without threads. A function in the middle of which another thread may run becomes a generator: it yields where it
 * waits, and where its time may be over. What the program sees of it is its face, a plain function that takes all steps at once,
 * for whoever calls it and knows nothing of steps: `list.sort(f)`, a getter, a constructor. Functions of steps call each
 * other through `of`, which looks behind the face, and hand their own steps on.
 */

const MODULE: Context = { isSteps: false, owner: null, classes: [] };

export class StepsPass {
  readonly #writer: StepWriter;
  readonly #plan: StepPlan;
  readonly #calls: CallSteps;

  constructor(writer: StepWriter, plan: StepPlan) {
    this.#writer = writer;
    this.#plan = plan;
    this.#calls = new CallSteps(writer, plan, (node, context) => this.#visit(node, context));
  }

  /** @param begin - where text is inserted that declares what the module's functions are. */
  module(program: Program, begin: number): void {
    this.#statements(program.body, begin, MODULE);
  }

  /** The body of a function that has been made steps already. */
  body(statements: readonly AnyNode[], begin: number): void {
    this.#statements(statements, begin, { ...MODULE, isSteps: true });
  }

  #statements(body: readonly AnyNode[], begin: number, context: Context): void {
    this.#declareFaces(body, begin);
    for (const statement of body) {
      this.#writer.guard(statement);
      this.#visit(statement, context);
    }
  }

  /** Function declarations can be called before they are reached. */
  #declareFaces(body: readonly AnyNode[], begin: number): void {
    for (const statement of body) {
      const isExported = statement.type === 'ExportNamedDeclaration';
      const declaration = isExported ? statement.declaration : statement;
      if (declaration?.type !== 'FunctionDeclaration' || !this.#plan.isSteps(declaration)) continue;
      const { name } = declaration.id ?? { name: '' };
      const { face, steps } = this.#writer.names;
      this.#writer.insert(
        begin,
        `${isExported ? ' export' : ''} const ${name} = ${face}(${steps}${name}, ${JSON.stringify(name)});`,
      );
      if (isExported) this.#writer.edits.replace(statement.start, declaration.start, '');
    }
  }

  #visit(node: AnyNode, context: Context): void {
    if (isFunction(node)) return this.#function(node, context, '');
    if (isClass(node)) return this.#class(node, context);
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return;
      case 'ExportNamedDeclaration':
        if (node.declaration) this.#visit(node.declaration, context);
        return;
      case 'BlockStatement':
        return this.#statements(node.body, node.start + 1, context);
      case 'SwitchCase':
        if (node.test) this.#visit(node.test, context);
        for (const statement of node.consequent) {
          this.#writer.guard(statement);
          this.#visit(statement, context);
        }
        return;
      case 'VariableDeclarator':
        this.#visit(node.id, context);
        if (node.init) this.#named(node.init, node.id.type === 'Identifier' ? node.id.name : '', context);
        return;
      case 'Property':
        return this.#property(node as Property, context);
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return this.#loop(node, context);
      case 'ChainExpression':
        if (context.isSteps && node.expression.type === 'CallExpression')
          return this.#calls.optionalCall(node.expression, context);
        return forEachChild(node, (child) => this.#calls.chain(child, context));
      case 'CallExpression':
        return this.#calls.call(node, context);
      case 'MemberExpression':
        return this.#calls.member(node, context);
      case 'AssignmentExpression':
        return this.#assignment(node, context);
      case 'ExpressionStatement':
        if (node.expression.type === 'UpdateExpression') return this.#update(node.expression, context);
        return this.#visit(node.expression, context);
      case 'TaggedTemplateExpression':
        this.#calls.chain(node.tag, context);
        return this.#visit(node.quasi, context);
      default:
        return forEachChild(node, (child) => this.#visit(child, context));
    }
  }

  #named(value: AnyNode, name: string, context: Context): void {
    if (isFunction(value)) this.#function(value, context, name);
    else this.#visit(value, context);
  }

  // Calls

  // Functions

  #function(node: FunctionNode, context: Context, name: string): void {
    if (!this.#plan.isSteps(node)) return this.#writer.marked(node.start, node.end, () => this.#parts(node, context, false));
    if (node.type === 'FunctionDeclaration') this.#declaration(node as FunctionDeclaration, context);
    else if (node.type === 'FunctionExpression') this.#expression(node, context, name);
    else if (node.type === 'ArrowFunctionExpression') this.#arrow(node, context, name);
  }

  #declaration(node: FunctionDeclaration, context: Context): void {
    this.#writer.marked(node.start, node.end, () => {
      this.#writer.insert(node.start + 'function'.length, '*', node.start);
      this.#writer.edits.replace(node.id.start, node.id.end, `${this.#writer.names.steps}${node.id.name}`);
      this.#parts(node, context, true);
    });
  }

  #expression(node: FunctionExpression, context: Context, inferred: string): void {
    const name = node.id?.name ?? inferred;
    const { face } = this.#writer.names;
    this.#writer.open(node.start, node.id ? `(() => { const ${name} = ${face}(` : `${face}(`, node.start);
    this.#writer.marked(node.start, node.end, () => {
      this.#writer.insert(node.start + 'function'.length, '*', node.start);
      if (node.id) this.#writer.edits.replace(node.id.start, node.id.end, '');
      this.#parts(node, context, true);
    });
    this.#writer.insert(node.end, `, ${JSON.stringify(name)})${node.id ? `; return ${name}; })()` : ''}`, node.start);
  }

  #arrow(node: ArrowFunctionExpression, context: Context, name: string): void {
    const { face, arrow } = this.#writer.names;
    const usesThis = mentions(node, 'ThisExpression');
    this.#writer.open(node.start, `${usesThis ? arrow : face}(`, node.start);
    this.#writer.marked(node.start, node.end, () => {
      const [parameter] = node.params;
      const isBare = node.params.length === 1 && this.#writer.code[node.start] !== '(' && parameter?.type === 'Identifier';
      this.#writer.insert(node.start, isBare ? 'function* (' : 'function* ', node.start);
      if (isBare) this.#writer.insert(parameter.end, ')', node.start);
      const sign = this.#writer.tokens.findBack(node.body.start, '=>');
      this.#writer.edits.replace(sign, sign + 2, '');
      if (node.expression) {
        this.#writer.insert(sign + 2, ` {${this.#entry()} return (`, node.start);
      }
      this.#parts(node, context, true);
      if (node.expression) this.#writer.insert(node.end, '); }', node.start);
    });
    this.#writer.insert(node.end, `${usesThis ? ', this' : ''}, ${JSON.stringify(name)})`, node.start);
  }

  #parts(node: FunctionNode, { classes }: Context, isSteps: boolean): void {
    for (const parameter of node.params) this.#visit(parameter, { isSteps: false, owner: node, classes });
    const inside: Context = { isSteps, owner: node, classes };
    if (node.body.type !== 'BlockStatement') return this.#visit(node.body, inside);
    const begin = node.body.start + 1;
    if (isSteps) this.#writer.insert(begin, this.#entry(), node.start);
    this.#statements(node.body.body, begin, inside);
  }

  /** What the steps of a function begin with: its variables, and a pause. */
  #entry(): string {
    const { result, object } = this.#writer.names;
    return ` let ${result}, ${object};${this.#plan.isPreemptive ? ` ${this.#pause()}` : ''}`;
  }

  /** All places count down together, so that each is as likely as the others to be where a thread is interrupted. */
  #pause(): string {
    return `if (${this.#pauseTest()}) ${this.#writer.names.paused}(yield);`;
  }

  #pauseTest(): string {
    return `--${this.#writer.names.budget}.left < 0`;
  }

  /** As an expression. */
  #pauseValue(): string {
    return `${this.#pauseTest()} && ${this.#writer.names.paused}(yield)`;
  }

  // Classes and objects

  #class(node: AnyNode & Class, context: Context): void {
    this.#writer.marked(node.start, node.end, () => {
      if (node.superClass) this.#visit(node.superClass, context);
      const { body } = node;
      const inside: Context = { isSteps: false, owner: null, classes: [...context.classes, body] };
      const isChanged = body.body.some(
        (member) =>
          member.type === 'MethodDefinition' && member.key.type !== 'PrivateIdentifier' && this.#plan.isSteps(member.value),
      );
      if (isChanged) {
        this.#writer.insert(
          body.start + 1,
          ` static { ${this.#writer.names.methods}(this, [${this.#generators(body).join(', ')}]); }`,
          node.start,
        );
      }
      for (const member of body.body) {
        if (member.type === 'StaticBlock') this.#statements(member.body, this.#writer.tokens.openBrace(member.start) + 1, inside);
        else {
          if (member.computed) this.#visit(member.key, { ...context, classes: inside.classes });
          if (member.type === 'MethodDefinition') this.#method(member, inside);
          else if (member.value) {
            this.#named(member.value, member.key.type === 'Identifier' && !member.computed ? member.key.name : '', inside);
          }
        }
      }
    });
  }

  /** Keys of the methods that are generators of the program's own. */
  #generators(body: ClassBody): string[] {
    return body.body.flatMap((member) => {
      if (member.type !== 'MethodDefinition' || !member.value.generator || member.key.type === 'PrivateIdentifier') return [];
      const { key, computed } = member;
      if (!computed && key.type === 'Identifier') return [JSON.stringify(key.name)];
      return [this.#writer.code.slice(key.start, key.end)];
    });
  }

  #method(node: MethodDefinition, context: Context): void {
    const value = node.value as FunctionNode;
    const start = node.static ? this.#writer.tokens.from(node.start + 'static'.length).start : node.start;
    this.#writer.marked(node.static ? start : node.start, node.end, () => {
      const isSteps = this.#plan.isSteps(value);
      if (isSteps) this.#writer.insert(start, '*', node.start);
      this.#parts(value, context, isSteps);
    });
  }

  #property(node: Property, context: Context): void {
    if (node.computed) this.#visit(node.key, context);
    if (node.shorthand) {
      const value = node.value as AnyNode;
      // A default in a pattern.
      if (value.type === 'AssignmentPattern') this.#visit(value.right, context);
      return;
    }
    const name = !node.computed && node.key.type === 'Identifier' ? node.key.name : '';
    const isMethod = node.method || node.kind !== 'init';
    if (!isMethod || !isFunction(node.value)) return this.#named(node.value, name, context);
    const value = node.value;
    if (!this.#plan.isSteps(value)) return this.#writer.marked(node.start, node.end, () => this.#parts(value, context, false));
    this.#writer.insert(value.start, `: ${this.#writer.names.face}(`, value.start);
    this.#writer.marked(
      node.start,
      node.end,
      () => {
        this.#writer.insert(value.start, 'function* ', value.start);
        this.#parts(value, context, true);
      },
      value.start,
    );
    this.#writer.insert(value.end, `, ${JSON.stringify(name)})`, value.start);
  }

  // Places where the time of a thread may be over

  #loop(node: AnyNode & { body: AnyNode }, context: Context): void {
    forEachChild(node, (child) => {
      if (child !== node.body) this.#visit(child, context);
    });
    const { body } = node;
    const pauses = context.isSteps && this.#plan.isPreemptive;
    if (!pauses) return this.#visit(body, context);
    if (body.type === 'BlockStatement') {
      this.#writer.insert(body.start + 1, ` ${this.#pause()}`, body.start);
      return this.#visit(body, context);
    }
    this.#writer.insert(body.start, `{ ${this.#pause()} `, body.start);
    this.#visit(body, context);
    this.#writer.insert(body.end, ' }', body.start);
  }

  /** `n += 1` reads, then another thread may come in, then it writes. */
  #assignment(node: AssignmentExpression, context: Context): void {
    this.#visit(node.left, context);
    const name = node.left.type === 'Identifier' ? node.left.name : '';
    const isRace =
      context.isSteps && this.#plan.isPreemptive && isReadAndWritten(node) && this.#plan.isShared(node.left, context.owner);
    if (!isRace) return this.#named(node.right, name, context);
    const { right } = node;
    if (node.operator === '=') {
      const { result } = this.#writer.names;
      // It may be several expressions, and their parentheses are no part of it.
      this.#writer.insert(right.start, `(${result} = (`, right.start);
      this.#visit(right, context);
      this.#writer.insert(right.end, `), ${this.#pauseValue()}, ${result})`, right.start);
    } else {
      this.#writer.insert(right.start, `(${this.#pauseValue()}, `, right.start);
      this.#visit(right, context);
      this.#writer.insert(right.end, ')', right.start);
    }
  }

  /** `n++` as a statement: `n = ($result = n, pause, ++$result)`. */
  #update(node: UpdateExpression, context: Context): void {
    const { argument } = node;
    const isRace =
      context.isSteps && this.#plan.isPreemptive && this.#plan.isShared(argument, context.owner) && isSimple(argument);
    if (!isRace) return this.#visit(argument, context);
    const text = this.#writer.code.slice(argument.start, argument.end);
    const { result } = this.#writer.names;
    const change = `${text} = (${result} = ${text}, ${this.#pauseValue()}, ${node.operator}${result})`;
    this.#writer.edits.replace(node.start, node.end, change);
  }
}

/** A place that can be written twice without doing anything twice. */
function isSimple(node: AnyNode): boolean {
  switch (node.type) {
    case 'Identifier':
    case 'ThisExpression':
    case 'Literal':
    case 'PrivateIdentifier':
      return true;
    case 'MemberExpression':
      return isSimple(node.object) && isSimple(node.property);
    default:
      return false;
  }
}
