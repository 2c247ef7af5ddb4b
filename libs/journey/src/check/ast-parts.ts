import { Environment } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import { useHasPath } from '../expression/has-path.js';
import { leadOf } from './expression-uses.js';

let syntax: Environment | undefined;

/** The parsed expression, without a look at its names and types; undefined when it is no CEL. */
export function astOf(text: string): ASTNode | undefined {
  syntax ??= new Environment({ enableOptionalTypes: true });
  try {
    return syntax.parse(useHasPath(text.slice(leadOf(text)))).ast;
  } catch {
    return undefined;
  }
}

/** The parts a part of an expression is made of. */
export function astParts(node: ASTNode): ASTNode[] {
  const args = Array.isArray(node.args) ? (node.args as unknown[]).flat() : [node.args];
  return args.filter(isNode);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
