import { type ASTNode } from '@marcbachmann/cel-js';
import { pathOf } from './has-path.js';
import { childrenOf, softFrom } from './reads.js';

/**
 * Strictness analysis: the paths without which an expression has no value, whatever else is known. May name too few: of
 * `&&`, `||` and the arguments of a method none is named, for CEL may do without.
 */
export function needsOf(node: ASTNode): string[][] {
  switch (node.op) {
    case '&&':
    case '||':
      return [];
    case '?:':
      return needsOf(node.args[0]);
    case 'call':
      return node.args[0] === '_is' ? [] : node.args[1].flatMap(needsOf);
    case 'rcall':
      return needsOf(node.args[1]);
    default: {
      const path = pathOf(node);
      return path ? [path.slice(0, softFrom(node, path.length))] : childrenOf(node).flatMap(needsOf);
    }
  }
}
