import { type ASTNode } from '@marcbachmann/cel-js';
import { didYouMean, pathOf } from '#journey';
import { astOf, astParts } from '../ast-parts.js';
import { leadOf } from '../expression-uses.js';
import { pathType, type TypeScope, withItem } from '../path-type.js';
import { type Rule } from '../rule.js';

export const unknownValue: Rule = {
  code: 'unknown-value',
  title: 'a word that something is compared with is one that it can be',
  severity: 'error',
  *find({ uses }) {
    for (const { text, place, environment } of uses) {
      const ast = environment.compile(text).ok ? astOf(text) : undefined;
      for (const { word, start, thing, known } of ast ? impossibleWords(ast, environment.variables) : []) {
        yield {
          place,
          offset: leadOf(text) + start,
          message: `${thing} is never ${word}.`,
          remedy: didYouMean(word, known, 'Compare it with a word of its contract or form.'),
        };
      }
    }
  },
};

interface ImpossibleWord {
  readonly word: string;
  readonly start: number;
  readonly thing: string;
  readonly known: readonly string[];
}

function impossibleWords(node: ASTNode, scope: TypeScope): ImpossibleWord[] {
  if (node.op === 'rcall') {
    const [, receiver, args] = node.args;
    const [variable] = args;
    const inside = variable?.op === 'id' ? withItem(scope, variable.args, receiver) : scope;
    return [...impossibleWords(receiver, scope), ...args.flatMap(arg => impossibleWords(arg, inside))];
  }
  const inner = astParts(node).flatMap(part => impossibleWords(part, scope));
  const [left, right] = astParts(node);
  if (!left || !right) return inner;
  switch (node.op) {
    case '==':
    case '!=':
      return [...inner, ...unfitting(left, right, scope), ...unfitting(right, left, scope)];
    case 'in':
      return [...inner, ...unfitting(left, right, scope), ...unfitting(right, left, scope)];
    default:
      return inner;
  }
}

/** The words that stand against a thing, or against the items of a list, and that it cannot be. */
function unfitting(thing: ASTNode, against: ASTNode, scope: TypeScope): ImpossibleWord[] {
  const known = possibleWords(thing, scope);
  if (!known) return [];
  return literals(against).flatMap(({ args, start }) =>
    known.includes(args as string)
      ? []
      : [{ word: args as string, start, thing: pathOf(thing)?.join('.') ?? 'This', known }],
  );
}

/** All words that a thing, or an item of it, can be; undefined when it can be any. */
function possibleWords(node: ASTNode, scope: TypeScope): readonly string[] | undefined {
  if (node.op === '?:') {
    const [yes, no] = astParts(node)
      .slice(1)
      .map(side => possibleWords(side, scope) ?? sameWord(side));
    return yes && no && [...yes, ...no];
  }
  const type = pathType(node, scope);
  const one = type?.kind === 'list' ? type.of : type;
  return one?.kind === 'string' ? one.oneOf : undefined;
}

function sameWord({ op, args }: ASTNode): readonly string[] | undefined {
  return op === 'value' && typeof args === 'string' ? [args] : undefined;
}

/** The texts in a list or a choice, or the text itself. */
function literals(node: ASTNode): ASTNode[] {
  if (node.op === 'value') return typeof node.args === 'string' ? [node] : [];
  if (node.op === 'list') return astParts(node).flatMap(literals);
  return node.op === '?:' ? astParts(node).slice(1).flatMap(literals) : [];
}
