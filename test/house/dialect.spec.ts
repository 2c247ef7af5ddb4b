import ts from 'typescript';
import { parse, sourceFiles } from './exported-names.js';

/** Members that are `private` for the compiler alone, but for constructor parameters of classes that Nest injects. */
function privateMembers(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) found.push(...node.members.flatMap(member => privateNames(member, node)));
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found.map(name => `${file}: ${name}`);
}

function privateNames(member: ts.ClassElement, owner: ts.ClassLikeDeclaration): readonly string[] {
  if (!ts.isConstructorDeclaration(member)) return isPrivate(member) ? [member.name?.getText() ?? ''] : [];
  const isInjected = (ts.getDecorators(owner as ts.ClassDeclaration) ?? []).length > 0;
  return isInjected ? [] : member.parameters.filter(isPrivate).map(({ name }) => name.getText());
}

function isPrivate(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false;
}

describe('one dialect', () => {
  it('#private everywhere, `private` only where Nest injects', () => {
    expect(
      [...sourceFiles('libs'), ...sourceFiles('apps'), ...sourceFiles('test')].flatMap(privateMembers),
    ).toEqual([]);
  });
});
