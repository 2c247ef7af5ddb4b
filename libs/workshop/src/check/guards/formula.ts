import { type ASTNode } from '@marcbachmann/cel-js';
import { pathOf } from '#journey';
import { astParts } from '../ast-parts.js';

/** *Propositional formula* over finite variables: what is left of a condition when only its logic counts. */
export type Formula =
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: 'not'; readonly of: Formula }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Formula[] }
  /** A variable has a value; every variable may also have a value that is named nowhere. */
  | { readonly op: 'is'; readonly variable: string; readonly value: string };

/** The formula of a condition. Two parts that are written alike are one variable, since expressions have no side effects. */
export function formulaOf(node: ASTNode): Formula {
  const [left, right] = astParts(node);
  switch (node.op) {
    case '&&':
    case '||':
      return { op: node.op === '&&' ? 'and' : 'or', parts: astParts(node).map(formulaOf) };
    case '!_':
      return not(formulaOf(node.args));
    case '?:': {
      const [condition, yes, no] = node.args.map(formulaOf) as [Formula, Formula, Formula];
      return or([and([condition, yes]), and([not(condition), no])]);
    }
    case 'value':
      return typeof node.args === 'boolean' ? constant(node.args) : truth(node);
    case '==':
      return left && right ? equals(left, right) : truth(node);
    case '!=':
      return left && right ? not(equals(left, right)) : truth(node);
    case 'in':
      if (!left || right?.op !== 'list') return truth(node);
      return or(astParts(right).map(item => equals(left, item)));
    case '<':
    case '>':
      return left && right ? compares(left, right, node.op) : truth(node);
    case '<=':
      return left && right ? not(compares(left, right, '>')) : truth(node);
    case '>=':
      return left && right ? not(compares(left, right, '<')) : truth(node);
    default:
      return truth(node);
  }
}

export const constant = (value: boolean): Formula => ({ op: 'constant', value });
export const not = (of: Formula): Formula => ({ op: 'not', of });
export const and = (parts: readonly Formula[]): Formula => ({ op: 'and', parts });
const or = (parts: readonly Formula[]): Formula => ({ op: 'or', parts });

/** Something that is true or false for reasons of its own. */
function truth(node: ASTNode): Formula {
  return { op: 'is', variable: wordsOf(node), value: 'true' };
}

function equals(one: ASTNode, other: ASTNode): Formula {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a === b) return constant(true);
  if (isLiteral(one) && isLiteral(other)) return constant(false);
  const [thing, literal] = isLiteral(one) ? [other, one] : [one, other];
  if (!isLiteral(literal)) return relation(a, b, '=');
  if (typeof literal.args === 'boolean') return literal.args ? formulaOf(thing) : not(formulaOf(thing));
  return { op: 'is', variable: wordsOf(thing), value: wordsOf(literal) };
}

function compares(one: ASTNode, other: ASTNode, sign: '<' | '>'): Formula {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a === b) return constant(false);
  if (isCount(one) && isZero(other)) return sign === '<' ? constant(false) : not(equals(one, other));
  if (isZero(one) && isCount(other)) return compares(other, one, sign === '<' ? '>' : '<');
  return relation(a, b, sign);
}

/** Of two values that have an order, one is less, equal or greater. */
function relation(a: string, b: string, sign: '<' | '=' | '>'): Formula {
  const turned = { '<': '>', '=': '=', '>': '<' } as const;
  const [first, second, value] = a < b ? [a, b, sign] : [b, a, turned[sign]];
  return { op: 'is', variable: `${first} ⋚ ${second}`, value };
}

function isLiteral({ op }: ASTNode): boolean {
  return op === 'value';
}

function isZero({ op, args }: ASTNode): boolean {
  return op === 'value' && (typeof args === 'bigint' || typeof args === 'number') && Number(args) === 0;
}

function isCount({ op, args }: ASTNode): boolean {
  return (op === 'call' || op === 'rcall') && args[0] === 'size';
}

/** One text for all that are written alike, whatever the spaces. */
function wordsOf(part: unknown): string {
  if (Array.isArray(part)) return `(${part.map(wordsOf).join(', ')})`;
  if (typeof part !== 'object' || part === null || !('op' in part)) return `${typeof part} ${String(part)}`;
  const node = part as ASTNode;
  return pathOf(node)?.join('.') ?? `${node.op}${wordsOf(node.args)}`;
}
