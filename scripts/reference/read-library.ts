import { join, relative } from 'node:path';
import ts from 'typescript';
import { knownModules } from '../../runtime/compiler/known-modules';
import { sourceOfModule } from '../module-source';
import type { ReferenceMember, ReferenceModule, ReferenceText } from '../../app/_reference/reference-schema';

/*
 * Reads every name a program can import, with its docstring, from the library's sources.
 */

const root = join(import.meta.dirname, '../..');

export function readLibrary(): ReferenceModule[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram({ rootNames: knownModules.map((name) => sourceOfModule(name)), options: parsed.options });
  const checker = program.getTypeChecker();
  return knownModules.map((name) => {
    const source = program.getSourceFile(sourceOfModule(name));
    const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (symbol === undefined) throw new Error(`Cannot read a module: ${name}`);
    const members = checker.getExportsOfModule(symbol).flatMap((exported) => readExport(checker, exported) ?? []);
    return { name, members: members.sort((a, b) => a.name.localeCompare(b.name)) };
  });
}

function readExport(checker: ts.TypeChecker, exported: ts.Symbol): ReferenceMember | null {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declaration = symbol.declarations?.[0];
  if (exported.name === 'default' || declaration === undefined || isInternal(symbol)) return null;
  const kind = kindOf(symbol);
  if (kind === null) return null;
  const text = readText(symbol, checker);
  return {
    name: exported.name,
    kind,
    signature: signatureOf(checker, exported.name, symbol, declaration, kind),
    ...text,
    members: kind === 'class' ? membersOf(checker, symbol) : [],
    file: relative(root, declaration.getSourceFile().fileName),
  };
}

function kindOf(symbol: ts.Symbol): ReferenceMember['kind'] | null {
  if (symbol.flags & ts.SymbolFlags.Class) return 'class';
  if (symbol.flags & ts.SymbolFlags.Function) return 'function';
  if (symbol.flags & ts.SymbolFlags.Variable) return 'constant';
  return null;
}

function signatureOf(
  checker: ts.TypeChecker,
  name: string,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  kind: ReferenceMember['kind'],
): string {
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  const [call] = type.getCallSignatures();
  const [construct] = type.getConstructSignatures();
  if (kind === 'class' || construct !== undefined) return `new ${name}${print(checker, construct)}`;
  return call === undefined ? `${name}: ${checker.typeToString(type)}` : `${name}${print(checker, call)}`;
}

function print(checker: ts.TypeChecker, signature: ts.Signature | undefined): string {
  if (signature === undefined) return '()';
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
  return checker.signatureToString(signature, undefined, flags);
}

function membersOf(checker: ts.TypeChecker, symbol: ts.Symbol): ReferenceMember[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const statics = checker.getPropertiesOfType(checker.getTypeOfSymbol(symbol));
  return [...statics, ...checker.getPropertiesOfType(type)].flatMap((member) => {
    const declaration = member.declarations?.[0];
    if (
      declaration === undefined ||
      member.name === 'prototype' ||
      member.name.startsWith('__') ||
      member.name.startsWith('#') ||
      isInternal(member) ||
      isInherited(declaration)
    )
      return [];
    if (/^[_#]/.test(member.name) && readText(member, checker).summary === '') return [];
    const modifiers = ts.canHaveModifiers(declaration) ? (ts.getModifiers(declaration) ?? []) : [];
    if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword)) return [];
    const memberType = checker.getTypeOfSymbolAtLocation(member, declaration);
    const [call] = memberType.getCallSignatures();
    const signature =
      call === undefined ? `${member.name}: ${checker.typeToString(memberType)}` : `${member.name}${print(checker, call)}`;
    return [
      {
        name: member.name,
        kind: call === undefined ? 'property' : 'method',
        signature,
        ...readText(member, checker),
        members: [],
        file: relative(root, declaration.getSourceFile().fileName),
      } satisfies ReferenceMember,
    ];
  });
}

/** From JavaScript itself, such as an Error's `stack`. */
function isInherited(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().fileName.includes('node_modules');
}

function isInternal(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === 'internal');
}

function readText(symbol: ts.Symbol, checker: ts.TypeChecker): ReferenceText {
  const tags = symbol.getJsDocTags(checker).map(({ name, text }) => ({ name, text: ts.displayPartsToString(text).trim() }));
  const all = (wanted: string) => tags.filter(({ name }) => name === wanted).map(({ text }) => text);
  const [python = null] = all('python');
  const [, pythonName = null, difference = null] = python === null ? [] : (/^([\w.]+)(?:\s+-\s+([\s\S]*))?$/.exec(python) ?? []);
  return {
    summary: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
    parameters: all('param').map((text) => split(text)),
    returns: all('returns')[0] ?? null,
    errors: all('throws').map((text) => split(text)),
    pythonName,
    difference,
    examples: all('example'),
  };
}

/** `name - what about it` */
function split(text: string): { readonly name: string; readonly text: string } {
  const [, name = '', rest = ''] = /^([^\s-]+)\s*-?\s*([\s\S]*)$/.exec(text) ?? [];
  return { name, text: rest };
}
