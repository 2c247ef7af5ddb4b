import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { useOwnFunctions } from '#journey';
import { leadOf } from './expression-uses.js';

let syntax: Environment | undefined;

/** The parsed expression, without a look at its names and types; undefined when it is no CEL. */
export function astOf(text: string): ASTNode | undefined {
  syntax ??= new Environment({ enableOptionalTypes: true });
  try {
    return syntax.parse(useOwnFunctions(text.slice(leadOf(text)))).ast;
  } catch {
    return undefined;
  }
}

/** An expression's part and all parts of it, outer before inner. */
export function everyPart(node: ASTNode): ASTNode[] {
  return [node, ...astParts(node).flatMap(everyPart)];
}

/** The parts a part of an expression is made of. */
export function astParts(node: ASTNode): ASTNode[] {
  const args = Array.isArray(node.args) ? (node.args as unknown[]).flat() : [node.args];
  return args.filter(isNode);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
