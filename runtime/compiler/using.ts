import type { AnyNode, ForOfStatement, Pattern, VariableDeclaration } from 'acorn';
import type { CodeWriter } from './code-writer';
import type { ParsedModule } from './parse';
import { forEachChild } from './tree';
import { UsingTemplates } from './using-templates';

/** What goes around a block with `using` in it. */
interface Block {
  readonly open: string;
  readonly close: string;
  /** The first declaration: where a disposal shows in a stack trace, as that of Python's `with` does. */
  readonly anchor: number;
}

/** What goes around the module. */
export interface UsingOfModule extends Block {
  /** A statement that comes before. */
  readonly declare: string;
}

/**
 * Rewrites `using`, which not every engine has, to try, catch and finally.
 *
 * @returns null if the module does without.
 */
export function rewriteUsing(parsed: ParsedModule, writer: CodeWriter): UsingOfModule | null {
  const rewriter = new UsingRewriter(parsed, writer);
  const block = rewriter.blockOf(parsed.program.body);
  rewriter.visitParts(parsed.program);
  if (rewriter.templates === null) return null;
  return { ...(block ?? { open: '', close: '', anchor: 0 }), declare: rewriter.templates.declareSuppressedError() };
}

class UsingRewriter {
  /** Null until the module uses `using`. */
  templates: UsingTemplates | null = null;

  constructor(
    readonly parsed: ParsedModule,
    readonly writer: CodeWriter,
  ) {}

  visitParts(node: AnyNode): void {
    forEachChild(node, (child) => this.#visit(child));
  }

  /** Rewrites the declarations of a block. Null if there are none. */
  blockOf(body: readonly AnyNode[]): Block | null {
    const declarations = body.filter((statement) => isUsing(statement));
    const [first] = declarations;
    if (first === undefined) return null;
    for (const declaration of declarations) this.#rewriteDeclaration(declaration);
    return this.#around(declarations);
  }

  #visit(node: AnyNode): void {
    const { edits } = this.writer;
    if (node.type === 'BlockStatement' || node.type === 'StaticBlock') {
      const block = this.blockOf(node.body);
      const brace = this.writer.find(node.start, '{');
      if (block !== null) edits.insert(brace.end, block.open, block.anchor);
      this.visitParts(node);
      if (block !== null) edits.insert(node.end - 1, block.close, block.anchor);
      return;
    }
    if (node.type === 'ForOfStatement' && isUsing(node.left)) return this.#rewriteForOf(node, node.left);
    if (node.type === 'ForStatement' && isUsing(node.init)) {
      this.parsed.refuse(
        node.init.start,
        "'using' is not supported in the head of this loop",
        'Declare it in a block around the loop.',
      );
    }
    this.visitParts(node);
  }

  #rewriteDeclaration(declaration: VariableDeclaration): void {
    const { edits } = this.writer;
    let previousEnd: number | null = null;
    for (const { id, start, end } of declaration.declarations) {
      if (previousEnd === null) edits.replace(declaration.start, start, 'const ');
      else {
        const comma = this.writer.find(previousEnd, ',');
        edits.replace(comma.start, comma.end, ' const');
      }
      edits.insert(end, `; ${this.#add(id, declaration)}`, start);
      previousEnd = end;
    }
  }

  /** `for (using x of xs)` disposes of each `x` at the end of its turn. */
  #rewriteForOf(node: ForOfStatement, left: VariableDeclaration): void {
    const { edits } = this.writer;
    const block = this.#around([left]);
    for (const { id } of left.declarations) {
      const declared = `const ${nameOf(id)} = ${this.#templates().item}; ${this.#add(id, left)}`;
      edits.insert(node.body.start, `{ ${block.open} ${declared} `, left.start);
    }
    edits.replace(left.start, left.end, `const ${this.#templates().item}`);
    this.visitParts(node);
    edits.insert(node.body.end, ` ${block.close} }`, left.start);
  }

  #around(declarations: readonly VariableDeclaration[]): Block {
    const isAsync = declarations.some(isAwaited);
    return { open: this.#templates().open(), close: this.#templates().close(isAsync), anchor: declarations[0]?.start ?? 0 };
  }

  #add(id: Pattern, declaration: VariableDeclaration): string {
    return this.#templates().add(nameOf(id), isAwaited(declaration));
  }

  #templates(): UsingTemplates {
    return (this.templates ??= new UsingTemplates(this.writer));
  }
}

function isUsing(node: AnyNode | null | undefined): node is VariableDeclaration {
  return node?.type === 'VariableDeclaration' && (node.kind === 'using' || node.kind === 'await using');
}

function isAwaited({ kind }: VariableDeclaration): boolean {
  return kind === 'await using';
}

/** `using` declares nothing but plain names. */
function nameOf(id: Pattern): string {
  if (id.type === 'Identifier') return id.name;
  throw new TypeError(`Cannot rewrite a declaration of a pattern: ${id.type}`);
}
