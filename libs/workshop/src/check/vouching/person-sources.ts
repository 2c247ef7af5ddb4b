import { type ASTNode } from '@marcbachmann/cel-js';
import { pathOf } from '#journey';
import { astParts } from '../ast-parts.js';

/** Names from a remembered thing or a role inwards, such as `family.children.child`; items of a list continue its path. */
export type PersonSource = readonly string[];

/** What the variables of comprehensions stand for, by name. */
export type PersonVariables = ReadonlyMap<string, readonly PersonSource[]>;

const NO_VARIABLES: PersonVariables = new Map();

/** Operators that give a truth or a number, never somebody. */
const NOBODY = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', '&&', '||', '!_', '-_', '-', '*', '/', '%']);
const NOBODY_FROM = new Set(['_is', 'size', 'all', 'exists', 'exists_one']);

/**
 * Data flow of an expression: where the value it gives may come from. What is only asked about on the way, in a
 * condition or a filter, is no source.
 */
export function personSources(
  node: ASTNode,
  variables: PersonVariables = NO_VARIABLES,
): readonly PersonSource[] {
  // Each once: a chain of lists that hold an item twice would double them at every step.
  return [...new Map(sourcesIn(node, variables).map(source => [source.join('.'), source])).values()];
}

function sourcesIn(node: ASTNode, variables: PersonVariables): readonly PersonSource[] {
  const inside = (part: ASTNode | undefined): readonly PersonSource[] =>
    part ? personSources(part, variables) : [];
  const path = pathOf(node);
  if (path) {
    const [first = '', ...rest] = path;
    return variables.get(first)?.map(source => [...source, ...rest]) ?? [path];
  }
  if (NOBODY.has(node.op)) return [];
  switch (node.op) {
    case '[]':
    case '[?]':
      return inside(node.args[0]);
    case '?:':
      return [...inside(node.args[1]), ...inside(node.args[2])];
    case '.':
    case '.?': {
      const { args } = node;
      return inside(args[0]).map(source => [...source, args[1]]);
    }
    case 'call': {
      const [name, args] = node.args;
      return NOBODY_FROM.has(name) ? [] : args.flatMap(inside);
    }
    case 'rcall': {
      const [name, receiver, args] = node.args;
      if (NOBODY_FROM.has(name)) return [];
      if (name === 'filter') return inside(receiver);
      const variable = args[0];
      if (name !== 'map' || variable?.op !== 'id') return [receiver, ...args].flatMap(inside);
      const bound = new Map([...variables, [variable.args, inside(receiver)]]);
      return personSources(args.at(-1) as ASTNode, bound);
    }
    default:
      return astParts(node).flatMap(inside);
  }
}
