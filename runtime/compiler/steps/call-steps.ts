import type { AnyNode, CallExpression, ClassBody, Function, MemberExpression } from 'acorn';
import { forEachChild } from '../tree';
import type { StepPlan } from './step-plan';
import type { StepWriter } from './step-writer';

export type FunctionNode = AnyNode & Function;

export interface Context {
  /** Inside of a function that may stop. */
  readonly isSteps: boolean;
  readonly owner: FunctionNode | null;
  readonly classes: readonly ClassBody[];
}

type Visit = (node: AnyNode, context: Context) => void;

/** Writes calls so that the steps of what is called become the caller's own. */
export class CallSteps {
  readonly #writer: StepWriter;
  readonly #plan: StepPlan;
  readonly #visit: Visit;

  /** @param visit - goes on with the parts. */
  constructor(writer: StepWriter, plan: StepPlan, visit: Visit) {
    this.#writer = writer;
    this.#plan = plan;
    this.#visit = visit;
  }

  /** The links of an optional chain are left as they are; what stands between them is not. */
  chain(node: AnyNode, context: Context): void {
    if (node.type === 'CallExpression') {
      this.chain(node.callee, context);
      for (const argument of node.arguments) this.#visit(argument, context);
    } else if (node.type === 'MemberExpression') {
      this.chain(node.object, context);
      if (node.computed) this.#visit(node.property, context);
    } else this.#visit(node, context);
  }

  call(node: CallExpression, context: Context): void {
    const { callee } = node;
    if (callee.type === 'Super' || this.#plan.isPure(node)) return forEachChild(node, (child) => this.#visit(child, context));
    if (callee.type === 'MemberExpression' && callee.property.type === 'PrivateIdentifier') {
      if (this.#isPrivateSteps(callee.property.name, context)) return this.#privateCall(node, callee, context);
    }
    const known = this.#plan.knownCallee(node);
    const isPlain = known !== null && !this.#plan.isSteps(known);
    if (!context.isSteps || isPlain) return forEachChild(node, (child) => this.#visit(child, context));
    if (known?.type === 'FunctionDeclaration' && callee.start === node.start) return this.#knownCall(node, context);
    if (callee.type === 'MemberExpression') this.#methodCall(node, callee, context);
    else this.#functionCall(node, callee, context);
  }

  /** `f(a)` of a function that is known to be of steps: `(yield* $steps_f(a))`. */
  #knownCall(node: CallExpression, context: Context): void {
    this.#writer.open(node.start, `(yield* ${this.#writer.names.steps}`, node.start);
    this.#arguments(node, context);
    this.#writer.insert(node.end, ')', node.start);
  }

  #privateCall(node: CallExpression, callee: MemberExpression, context: Context): void {
    const anchor = callee.property.start;
    this.#writer.open(node.start, context.isSteps ? '(yield* ' : `${this.#writer.names.drive}(`, anchor);
    this.#visit(callee.object, context);
    this.#arguments(node, context);
    this.#writer.insert(node.end, ')', anchor);
  }

  /** `f(a)`: `($is($result = $of(f)(a)) ? yield* $result : $result)`. */
  #functionCall(node: CallExpression, callee: AnyNode, context: Context): void {
    const { of } = this.#writer.names;
    this.#writer.begin(node.start, `${of}(`, node.start);
    this.#visit(callee, context);
    const paren = this.#writer.tokens.openParen(callee.end);
    this.#writer.insert(paren, `${this.#writer.textFor(callee)})`, node.start);
    this.#arguments(node, context);
    this.#writer.end(node.end, node.start);
  }

  #methodCall(node: CallExpression, callee: MemberExpression, context: Context): void {
    const { of, object: held } = this.#writer.names;
    const { object, property } = callee;
    const anchor = property.start;
    const paren = this.#writer.tokens.openParen(callee.end);
    const method = !callee.computed && property.type === 'Identifier' ? property.name : '';
    if (object.type === 'Super') {
      this.#writer.begin(node.start, `${of}(`, anchor);
      if (callee.computed) this.#visit(property, context);
      this.#writer.insert(paren, `).call`, anchor);
      this.#writer.insert(paren + 1, node.arguments.length > 0 ? 'this, ' : 'this', anchor);
    } else if (isReflectApply(callee)) {
      this.#writer.begin(node.start, '', anchor);
      this.#reflectArguments(node, context);
      return this.#writer.end(node.end, anchor);
    } else if (method === 'call' || method === 'apply') {
      this.#writer.begin(node.start, `${of}(`, anchor);
      this.#visit(object, context);
      this.#writer.insert(this.#writer.tokens.dot(object.end), ', 0)', anchor);
    } else {
      this.#writer.begin(node.start, `${of}((${held} = `, anchor);
      this.#visit(object, context);
      this.#writer.insert(this.#writer.tokens.dot(object.end), ')', anchor);
      if (callee.computed) this.#visit(property, context);
      this.#writer.insert(paren, `${this.#writer.textFor(callee)}).call`, anchor);
      this.#writer.insert(paren + 1, node.arguments.length > 0 ? `${held}, ` : held, anchor);
    }
    this.#arguments(node, context);
    this.#writer.end(node.end, anchor);
  }

  /** `Reflect.apply(f, …)` calls `f`. */
  #reflectArguments(node: CallExpression, context: Context): void {
    const [target, ...rest] = node.arguments;
    if (target === undefined || target.type === 'SpreadElement') return this.#arguments(node, context);
    this.#writer.insert(target.start, `${this.#writer.names.of}((`, target.start);
    this.#visit(target, context);
    this.#writer.insert(target.end, '), 0)', target.start);
    for (const argument of rest) this.#visit(argument, context);
  }

  /** `f?.(a)` and `o.f?.(a)`. */
  optionalCall(node: CallExpression, context: Context): void {
    const { callee } = node;
    const isSimple =
      node.optional &&
      (callee.type === 'Identifier' ||
        (callee.type === 'MemberExpression' &&
          callee.object.type !== 'Super' &&
          callee.property.type !== 'PrivateIdentifier' &&
          !hasOptional(callee)));
    if (!isSimple) return this.chain(node, context);
    const { of, object: held } = this.#writer.names;
    const dot = this.#writer.tokens.find(callee.end, '?.');
    if (callee.type === 'MemberExpression') {
      const anchor = callee.property.start;
      this.#writer.begin(node.start, `${of}((${held} = `, anchor);
      this.#visit(callee.object, context);
      this.#writer.insert(this.#writer.tokens.dot(callee.object.end), ')', anchor);
      if (callee.computed) this.#visit(callee.property, context);
      this.#writer.insert(dot, ', 0)', anchor);
      this.#writer.insert(dot + 2, 'call', anchor);
      this.#writer.insert(this.#writer.tokens.openParen(dot) + 1, node.arguments.length > 0 ? `${held}, ` : held, anchor);
      this.#arguments(node, context);
      this.#writer.end(node.end, anchor);
    } else {
      this.#writer.begin(node.start, `${of}(`, node.start);
      this.#visit(callee, context);
      this.#writer.insert(dot, ', 0)', node.start);
      this.#arguments(node, context);
      this.#writer.end(node.end, node.start);
    }
  }

  #arguments(node: CallExpression, context: Context): void {
    for (const argument of node.arguments) this.#visit(argument, context);
  }

  member(node: MemberExpression, context: Context): void {
    const { property } = node;
    const isSteps = property.type === 'PrivateIdentifier' && this.#isPrivateSteps(property.name, context);
    if (isSteps) this.#writer.open(node.start, `${this.#writer.names.face}(`, node.start);
    this.#visit(node.object, context);
    if (node.computed) this.#visit(property, context);
    if (isSteps) this.#writer.insert(node.end, ')', node.start);
  }

  #isPrivateSteps(name: string, { classes }: Context): boolean {
    const body = classes.findLast((one) => one.body.some((member) => isPrivateMember(member, name)));
    return body !== undefined && this.#plan.privateSteps(body).has(name);
  }
}

function hasOptional(node: AnyNode): boolean {
  if (node.type === 'MemberExpression') return node.optional || hasOptional(node.object);
  if (node.type === 'CallExpression') return node.optional || hasOptional(node.callee);
  return false;
}

function isReflectApply({ object, property, computed }: MemberExpression): boolean {
  const isApply = !computed && property.type === 'Identifier' && property.name === 'apply';
  return isApply && object.type === 'Identifier' && object.name === 'Reflect';
}

function isPrivateMember(member: ClassBody['body'][number], name: string): boolean {
  return member.type !== 'StaticBlock' && member.key.type === 'PrivateIdentifier' && member.key.name === name;
}
